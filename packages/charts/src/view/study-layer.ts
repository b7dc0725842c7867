import {
  HistogramSeries,
  type IChartApi,
  type ISeriesApi,
  LineSeries,
  LineStyle,
  type PriceFormat,
  type UTCTimestamp,
} from 'lightweight-charts'
import { priceDecimals } from '../format/price.ts'
import type { ChartTheme } from '../theme/chart-theme.ts'
import { withAlpha } from '../theme/with-alpha.ts'
import type { BarWindow } from '../window/bar-window.ts'
import { commonLength } from '../window/common-length.ts'
import { BandFill } from './band-fill.ts'
import type { ChartStudy, StudyOutput } from './chart-study.ts'
import { chartTime } from './chart-time.ts'
import { histogramColor, studyColor } from './study-color.ts'

type StudySeries = ISeriesApi<'Line'> | ISeriesApi<'Histogram'>

/** The lines of one study. Its shape (outputs and pane) is fixed; its values and colours change. */
export class StudyLayer {
  readonly #chart: IChartApi
  readonly #series: readonly StudySeries[]
  readonly #fill: BandFill | undefined
  #study: ChartStudy
  #window: BarWindow | undefined
  #theme: ChartTheme

  constructor(chart: IChartApi, study: ChartStudy, theme: ChartTheme) {
    this.#chart = chart
    this.#study = study
    this.#theme = theme
    const pane = study.pane === 'price' ? 0 : chart.panes().length
    // Histograms first, so that lines are painted over them; positions stay those of the outputs.
    const byOutput = new Map<StudyOutput, StudySeries>()
    const histogramsFirst = [...study.outputs].sort((a, b) => Number(isColumns(b)) - Number(isColumns(a)))
    for (const output of histogramsFirst) byOutput.set(output, addSeries(chart, output, pane))
    this.#series = study.outputs.flatMap((output) => byOutput.get(output) ?? [])
    const bands = study.outputs.flatMap((output) =>
      output.plot === 'band' ? (byOutput.get(output) ?? []) : [],
    )
    const [upper, lower] = [bands[0], bands.at(-1)]
    if (upper && lower && upper !== lower) {
      this.#fill = new BandFill(lower, '')
      upper.attachPrimitive(this.#fill)
    }
    for (const level of study.levels ?? []) {
      const color = withAlpha(theme.secondary, 0.5)
      this.#series[0]?.createPriceLine({
        price: level,
        color,
        lineStyle: LineStyle.Dashed,
        lineWidth: 1,
        axisLabelVisible: false,
      })
    }
    this.setTheme(theme)
  }

  /** Whether a study can be drawn by these series. */
  fits(study: ChartStudy): boolean {
    const shape = ({ pane, outputs, levels, hue }: ChartStudy) =>
      JSON.stringify([pane, hue, levels, outputs.map(({ name, plot }) => [name, plot])])
    return shape(study) === shape(this.#study)
  }

  get paneIndex(): number {
    return this.#series[0]?.getPane().paneIndex() ?? 0
  }

  setTheme(theme: ChartTheme): void {
    this.#theme = theme
    this.#series.forEach((series, output) => {
      series.applyOptions({ color: studyColor(theme, this.#study, output) })
    })
    if (this.#fill) this.#fill.color = withAlpha(studyColor(theme, this.#study, 0), 0.08)
    this.#window = undefined
  }

  /**
   * Shows the study's values for the bars of a window.
   *
   * @param moved - The window holds other bars than before, so that nothing can be kept.
   */
  show(study: ChartStudy, window: BarWindow, times: readonly number[], moved: boolean): void {
    const before = moved ? undefined : this.#window
    study.outputs.forEach((output, position) => {
      const series = this.#series[position]
      if (!series) return
      const kept = before ? this.#kept(position, output, before, window) : 0
      if (kept > 0) {
        for (let at = kept - 1; at < times.length; at++)
          series.update(this.#point(output, window.from + at, times[at] ?? 0))
        return
      }
      series.applyOptions({ priceFormat: priceFormat(output, window, study.pane) })
      series.setData(times.map((time, at) => this.#point(output, window.from + at, time)))
    })
    this.#study = study
    this.#window = window
  }

  remove(): void {
    for (const series of this.#series) this.#chart.removeSeries(series)
  }

  /** How many points at the start are as they were; 0 where all have to be set again. */
  #kept(position: number, output: StudyOutput, before: BarWindow, window: BarWindow): number {
    const shown = this.#study.outputs[position]?.values
    const count = before.to - before.from
    if (!shown || count > window.to - window.from) return 0
    return commonLength(shown, before.from, output.values, window.from, count) >= count - 1 ? count : 0
  }

  #point(
    output: StudyOutput,
    index: number,
    seconds: number,
  ): { time: UTCTimestamp; value?: number; color?: string } {
    const time = chartTime(seconds)
    const value = output.values[index] ?? Number.NaN
    if (!Number.isFinite(value)) return { time }
    return isColumns(output) ? { time, value, color: histogramColor(this.#theme, value) } : { time, value }
  }
}

function isColumns({ plot }: StudyOutput): boolean {
  return plot === 'histogram' || plot === 'marker'
}

function addSeries(chart: IChartApi, output: StudyOutput, pane: number): StudySeries {
  const quiet = { priceLineVisible: false, lastValueVisible: pane > 0 }
  if (isColumns(output)) return chart.addSeries(HistogramSeries, { ...quiet, lastValueVisible: false }, pane)
  const isDots = output.plot === 'dots'
  const line = {
    lineWidth: output.plot === 'band' ? 1 : 2,
    crosshairMarkerVisible: false,
    lineVisible: !isDots,
  } as const
  return chart.addSeries(
    LineSeries,
    { ...quiet, ...line, pointMarkersVisible: isDots, pointMarkersRadius: 2 },
    pane,
  )
}

function priceFormat(
  { values }: StudyOutput,
  { from, to }: BarWindow,
  pane: ChartStudy['pane'],
): PriceFormat {
  let size = 0
  for (let index = from; index < to; index++) size = Math.max(size, Math.abs(values[index] ?? 0) || 0)
  if (pane === 'own' && size >= 100_000) return { type: 'volume', precision: 2, minMove: 0.01 }
  const precision = priceDecimals(size)
  return { type: 'price', precision, minMove: 10 ** -precision }
}
