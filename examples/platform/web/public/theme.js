// Sets the theme before the first paint. A file of its own, so that the page needs no inline script.
try {
  const { theme, palette } = JSON.parse(localStorage.getItem('starkmatter.workspace') ?? '{}')
  const system = matchMedia('(prefers-contrast: more)').matches
    ? 'contrast'
    : matchMedia('(prefers-color-scheme: light)').matches
      ? 'light'
      : 'dark'
  document.documentElement.dataset.smTheme = ['dark', 'light', 'contrast'].includes(theme) ? theme : system
  if (palette === 'colour-blind') document.documentElement.dataset.smPalette = palette
} catch {
  // Storage that is blocked or broken: the dark theme of the markup stays.
}
