/** Colours of a chart as the canvas takes them. */
export type ChartTheme = {
  background: string
  text: string
  secondary: string
  border: string
  accent: string
  up: string
  down: string
  /** At most five hues for indicator lines. */
  hues: readonly [string, string, string, string, string]
  fontFamily: string
}

const fallback: Record<string, string> = {
  '--sm-surface': '#10141c',
  '--sm-text': '#e8ebf1',
  '--sm-secondary': '#9aa4b5',
  '--sm-border': '#1f2633',
  '--sm-accent': '#6e9bff',
  '--sm-up': '#2fbf8a',
  '--sm-down': '#ff5c6c',
  '--sm-hue-1': '#f2b544',
  '--sm-hue-2': '#6e9bff',
  '--sm-hue-3': '#c58cff',
  '--sm-hue-4': '#3fc1d0',
  '--sm-hue-5': '#ff8f5e',
}

/** Reads the `--sm-*` variables as they apply to an element; without them, the dark theme. */
export function readTheme(element: HTMLElement): ChartTheme {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(name).trim() || (fallback[name] ?? '#888888')
  return {
    background: token('--sm-surface'),
    text: token('--sm-text'),
    secondary: token('--sm-secondary'),
    border: token('--sm-border'),
    accent: token('--sm-accent'),
    up: token('--sm-up'),
    down: token('--sm-down'),
    hues: [
      token('--sm-hue-1'),
      token('--sm-hue-2'),
      token('--sm-hue-3'),
      token('--sm-hue-4'),
      token('--sm-hue-5'),
    ],
    fontFamily: style.fontFamily || 'system-ui, sans-serif',
  }
}

/** Calls `listener` when what decides the theme changes: attributes of the page's root, or the system's preferences. */
export function watchTheme(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['class', 'style', 'data-sm-theme', 'data-sm-palette'],
  })
  const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'].map((text) => matchMedia(text))
  for (const query of queries) query.addEventListener('change', listener)
  return () => {
    observer.disconnect()
    for (const query of queries) query.removeEventListener('change', listener)
  }
}
