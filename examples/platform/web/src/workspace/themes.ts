import { type Theme, themes } from './workspace.ts'

export const themeNames: Record<Theme, string> = { dark: 'Dark', light: 'Light', contrast: 'High contrast' }

/** The theme after this one: dark, light, high contrast, and again. */
export function nextTheme(theme: Theme): Theme {
  return themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'dark'
}
