import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'styles', 'tokens.css'), 'utf8')

/** Tokens of the rule with exactly this selector. */
function tokensOf(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`)
  const rule = css.slice(start, css.indexOf('}', start))
  return Object.fromEntries(
    [...rule.matchAll(/--sm-([\w-]+): (#[\da-f]+)/g)].map(([, name = '', color = '']) => [name, color]),
  )
}

function luminance(color: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/** WCAG's contrast of two colours, 1 to 21. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const themes = {
  dark: tokensOf(':root,\n[data-sm-theme="dark"]'),
  light: tokensOf('[data-sm-theme="light"]'),
  contrast: tokensOf('[data-sm-theme="contrast"]'),
}
const palettes: Record<keyof typeof themes, Record<string, string>> = {
  dark: tokensOf('\n[data-sm-palette="colour-blind"]'),
  light: tokensOf('[data-sm-theme="light"][data-sm-palette="colour-blind"]'),
  contrast: tokensOf('[data-sm-theme="contrast"][data-sm-palette="colour-blind"]'),
}
const texts = [
  'text',
  'secondary',
  'faint',
  'accent',
  'up',
  'down',
  'warning',
  'hue-1',
  'hue-2',
  'hue-3',
  'hue-4',
  'hue-5',
]

test.each(['dark', 'light', 'contrast'] as const)(
  'every text of the %s theme stands out at least 4.5 to 1',
  (name) => {
    for (const tokens of [themes[name], { ...themes[name], ...palettes[name] }]) {
      for (const surface of ['background', 'surface', 'raised']) {
        for (const text of texts) {
          const ratio = contrast(tokens[text] ?? '', tokens[surface] ?? '')
          expect(ratio, `${text} on ${surface}: ${ratio.toFixed(2)}`).toBeGreaterThanOrEqual(4.5)
        }
      }
      expect(contrast(tokens['on-accent'] ?? '', tokens.accent ?? '')).toBeGreaterThanOrEqual(4.5)
    }
  },
)

test('up and down are different colours in every theme and palette', () => {
  for (const name of ['dark', 'light', 'contrast'] as const) {
    expect(themes[name].up).not.toBe(themes[name].down)
    expect(palettes[name].up).not.toBe(palettes[name].down)
    expect(palettes[name].up).not.toBe(themes[name].up)
  }
})
