import type { ChartTheme } from '../theme/chart-theme.ts'
import { withAlpha } from '../theme/with-alpha.ts'
import type { ChartStudy } from './chart-study.ts'

/** The colour of one output of a study. A band keeps to one hue; other outputs take one each. */
export function studyColor(theme: ChartTheme, study: ChartStudy, output: number): string {
  const plot = study.outputs[output]?.plot
  const step = plot === 'band' ? 0 : output
  const hue = theme.hues[(study.hue + step) % theme.hues.length] ?? theme.accent
  return plot === 'histogram' ? theme.secondary : hue
}

/** Colour of a histogram's column, by sign. */
export function histogramColor(theme: ChartTheme, value: number, alpha = 0.5): string {
  return withAlpha(value < 0 ? theme.down : theme.up, alpha)
}
