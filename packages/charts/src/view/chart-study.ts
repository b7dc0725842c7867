/** One column of a study. `band` outputs enclose an area, from the first to the last of them. */
export type StudyOutput = {
  name: string
  plot: 'line' | 'histogram' | 'band' | 'dots' | 'marker'
  /** Aligned with the bars by index; NaN is a gap. */
  values: Float64Array
}

/** An indicator, worked out elsewhere, to be drawn. */
export type ChartStudy = {
  /** Unique in its chart, and the same while it is the same study. */
  id: string
  /** What the legend calls it: `SMA 20`. */
  label: string
  /** Over the bars, or in a pane below them. */
  pane: 'price' | 'own'
  outputs: readonly StudyOutput[]
  /** Dashed lines at these values: 30 and 70. */
  levels?: readonly number[] | undefined
  /** Which of the theme's hues the first output takes, from 0. */
  hue: number
}
