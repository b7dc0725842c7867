import { type BarSeries, parseInterval } from '@starkmatter/core'
import {
  createChart,
  type IChartApi,
  type LogicalRange,
  type MouseEventParams,
  type Time,
} from 'lightweight-charts'
import { type ChartTheme, readTheme, watchTheme } from '../theme/chart-theme.ts'
import { zoneTimes } from '../time/zone-times.ts'
import { type BarWindow, moveWindow, newestWindow, wantsOlder } from '../window/bar-window.ts'
import { commonLength } from '../window/common-length.ts'
import { CandleLayer } from './candle-layer.ts'
import { fixedOptions, themeOptions } from './chart-options.ts'
import type { ChartStudy } from './chart-study.ts'
import { chartTime } from './chart-time.ts'
import { OncePerFrame } from './once-per-frame.ts'
import { StudyLayer } from './study-layer.ts'

/** Where the parts of a chart are, in px from its top left corner. */
export type ChartLayout = {
  /** Top of each pane, the price pane first. */
  paneTops: readonly number[]
  /** Pane of each study, by its id. */
  paneOfStudy: ReadonlyMap<string, number>
  priceAxisWidth: number
  timeAxisHeight: number
}

export type ChartEvents = {
  /** Index of the bar under the crosshair, `null` when there is none. */
  onCrosshair(index: number | null): void
  onLayout(layout: ChartLayout): void
  onTheme(theme: ChartTheme): void
  /** The user is near the oldest bar. Called once for each oldest bar. */
  onNeedOlder(): void
}

type Shown = { bars: BarSeries; window: BarWindow }

/** The canvas side of a chart: holds at most a window of the bars, and is changed at most once a frame. */
export class ChartView {
  readonly #container: HTMLElement
  readonly #events: ChartEvents
  readonly #chart: IChartApi
  readonly #layer: CandleLayer
  readonly #studies = new Map<string, StudyLayer>()
  readonly #painting = new OncePerFrame(() => this.#apply())
  readonly #reviewing = new OncePerFrame(() => this.#review())
  readonly #resize = new ResizeObserver(() => this.#measure())
  readonly #stops: (() => void)[] = []
  #theme: ChartTheme
  #wanted: { bars: BarSeries; studies: readonly ChartStudy[] } | undefined
  #shown: Shown | undefined
  #times: number[] = []
  #crosshair: number | null = null
  #pressed = false
  #askedOlderThan: number | undefined

  constructor(container: HTMLElement, events: ChartEvents, locale: string | undefined) {
    this.#container = container
    this.#events = events
    this.#theme = readTheme(container)
    this.#chart = createChart(container, { ...fixedOptions, ...(locale && { localization: { locale } }) })
    this.#chart.applyOptions(themeOptions(this.#theme))
    this.#layer = new CandleLayer(this.#chart, this.#theme, locale)
    this.#listen()
    events.onTheme(this.#theme)
  }

  /** Shows these from the next frame on, or at once where this frame has not changed anything yet. */
  update(bars: BarSeries, studies: readonly ChartStudy[]): void {
    this.#wanted = { bars, studies }
    this.#painting.request()
  }

  /** Moves the crosshair by bars, from the newest one seen; `'first'` and `'last'` go to the ends. */
  moveCrosshair(step: number | 'first' | 'last'): void {
    const shown = this.#shown
    if (!shown || shown.bars.length === 0) return
    const { bars, window } = shown
    const end = window.to - 1
    const start = this.#crosshair ?? Math.min(end, Math.floor(this.#visible().to))
    const wanted = step === 'first' ? window.from : step === 'last' ? end : start + step
    const index = Math.min(end, Math.max(window.from, wanted))
    const time = this.#times[index - window.from]
    const price = bars.close[index]
    if (time === undefined || price === undefined) return
    this.#reveal(index)
    this.#chart.setCrosshairPosition(price, chartTime(time), this.#layer.candles)
    this.#setCrosshair(index)
  }

  clearCrosshair(): void {
    this.#chart.clearCrosshairPosition()
    this.#setCrosshair(null)
  }

  /** Shows more bars (`factor` above 1) or fewer, keeping the newest one seen where it is. */
  zoom(factor: number): void {
    const range = this.#chart.timeScale().getVisibleLogicalRange()
    if (!range) return
    this.#chart
      .timeScale()
      .setVisibleLogicalRange({ from: range.to - (range.to - range.from) * factor, to: range.to })
  }

  destroy(): void {
    for (const stop of this.#stops) stop()
    this.#resize.disconnect()
    this.#painting.cancel()
    this.#reviewing.cancel()
    this.#chart.remove()
  }

  #listen(): void {
    const onMove = ({ logical, point }: MouseEventParams<Time>) => {
      const window = this.#shown?.window
      const index = logical === undefined || !point || !window ? null : window.from + Math.round(logical)
      this.#setCrosshair(index !== null && window && index >= window.from && index < window.to ? index : null)
    }
    const onPress = () => {
      this.#pressed = true
    }
    const onRelease = () => {
      this.#pressed = false
      this.#reviewing.request()
    }
    const onRange = () => this.#reviewing.request()
    this.#chart.subscribeCrosshairMove(onMove)
    this.#chart.timeScale().subscribeVisibleLogicalRangeChange(onRange)
    this.#chart.timeScale().subscribeSizeChange(() => this.#measure())
    this.#container.addEventListener('pointerdown', onPress)
    window.addEventListener('pointerup', onRelease)
    window.addEventListener('pointercancel', onRelease)
    this.#resize.observe(this.#container)
    this.#stops.push(
      watchTheme(() => this.#setTheme()),
      () => this.#container.removeEventListener('pointerdown', onPress),
      () => window.removeEventListener('pointerup', onRelease),
      () => window.removeEventListener('pointercancel', onRelease),
    )
  }

  #setTheme(): void {
    const theme = readTheme(this.#container)
    this.#theme = theme
    this.#chart.applyOptions(themeOptions(theme))
    this.#layer.setTheme(theme)
    for (const study of this.#studies.values()) study.setTheme(theme)
    this.#events.onTheme(theme)
    if (this.#shown) this.#setAll(this.#shown.bars, this.#shown.window)
  }

  #setCrosshair(index: number | null): void {
    if (index === this.#crosshair) return
    this.#crosshair = index
    this.#events.onCrosshair(index)
  }

  #apply(): void {
    if (!this.#wanted) return
    const { bars, studies } = this.#wanted
    const before = this.#shown
    const window = before && followWindow(before, bars)
    if (!before || !window) this.#setFresh(bars)
    else if (keepsAllButLast(before, bars, window)) this.#append(before, bars, window)
    else this.#setAll(bars, window)
    this.#syncStudies(studies)
    this.#reviewing.request()
  }

  /** Another instrument or interval: what was seen of the last one does not matter any more. */
  #setFresh(bars: BarSeries): void {
    this.#askedOlderThan = undefined
    this.clearCrosshair()
    this.#chart.applyOptions({ timeScale: { timeVisible: !parseInterval(bars.interval).isDaily } })
    this.#setAll(bars, newestWindow(bars.length))
    this.#layer.candles.priceScale().applyOptions({ autoScale: true })
    this.#chart.timeScale().resetTimeScale()
  }

  #setAll(bars: BarSeries, window: BarWindow): void {
    this.#times = [...zoneTimes(bars.time.subarray(window.from, window.to), bars.timeZone)]
    this.#layer.setAll(bars, window, this.#times)
    this.#shown = { bars, window }
    for (const { id, study } of this.#current()) this.#studies.get(id)?.show(study, window, this.#times, true)
  }

  #append(before: Shown, bars: BarSeries, window: BarWindow): void {
    for (const seconds of zoneTimes(
      bars.time.subarray(window.from + this.#times.length, window.to),
      bars.timeZone,
    )) {
      this.#times.push(Math.max(seconds, (this.#times.at(-1) ?? 0) + 1))
    }
    const first = Math.max(0, before.window.to - before.window.from - 1)
    for (let at = first; at < this.#times.length; at++)
      this.#layer.update(bars, window.from + at, this.#times[at] ?? 0)
    this.#shown = { bars, window }
  }

  #current(): readonly { id: string; study: ChartStudy }[] {
    const length = this.#shown?.bars.length
    const studies = this.#wanted?.studies ?? []
    return studies.flatMap((study) =>
      study.outputs.every(({ values }) => values.length === length) ? { id: study.id, study } : [],
    )
  }

  #syncStudies(studies: readonly ChartStudy[]): void {
    const shown = this.#shown
    if (!shown) return
    let changed = false
    for (const [id, layer] of [...this.#studies]) {
      const study = studies.find((candidate) => candidate.id === id)
      if (study && layer.fits(study)) continue
      layer.remove()
      this.#studies.delete(id)
      changed = true
    }
    for (const { id, study } of this.#current()) {
      let layer = this.#studies.get(id)
      if (!layer) {
        layer = new StudyLayer(this.#chart, study, this.#theme)
        this.#studies.set(id, layer)
        changed = true
      }
      layer.show(study, shown.window, this.#times, false)
    }
    if (!changed) return
    for (const pane of this.#chart.panes()) pane.setStretchFactor(pane.paneIndex() === 0 ? 3 : 1)
    this.#measure()
  }

  #measure(): void {
    const top = this.#container.getBoundingClientRect().top
    const paneTops = this.#chart.panes().map((pane) => {
      const element = pane.getHTMLElement()
      if (!element) return 0
      // A pane that the user drags is resized without the chart being so. Observing twice does nothing.
      this.#resize.observe(element)
      return element.getBoundingClientRect().top - top
    })
    const paneOfStudy = new Map([...this.#studies].map(([id, layer]) => [id, layer.paneIndex]))
    this.#events.onLayout({
      paneTops,
      paneOfStudy,
      priceAxisWidth: this.#chart.priceScale('right').width(),
      timeAxisHeight: this.#chart.timeScale().height(),
    })
  }

  /** What is seen, as indices into the series; fractions of a bar included. */
  #visible(): BarWindow {
    const offset = this.#shown?.window.from ?? 0
    const range: LogicalRange | null = this.#chart.timeScale().getVisibleLogicalRange()
    return { from: offset + (range?.from ?? 0), to: offset + (range?.to ?? 0) }
  }

  #reveal(index: number): void {
    const offset = this.#shown?.window.from ?? 0
    const { from, to } = this.#visible()
    const shift = index < from ? index - from - 1 : index > to - 1 ? index - to + 1 : 0
    if (shift === 0) return
    this.#chart.timeScale().setVisibleLogicalRange({ from: from + shift - offset, to: to + shift - offset })
  }

  /** Loads other bars into the chart, or asks for older ones, where the user has come near an edge. */
  #review(): void {
    const shown = this.#shown
    if (!shown || shown.bars.length === 0) return
    const { bars, window } = shown
    const visible = this.#visible()
    if (window.from === 0 && wantsOlder(visible) && bars.time[0] !== this.#askedOlderThan) {
      this.#askedOlderThan = bars.time[0]
      this.#events.onNeedOlder()
    }
    // A drag keeps the offset it began with: moving the bars under it would make the chart jump.
    if (this.#pressed) return
    const next = moveWindow(bars.length, window, visible)
    if (!next) return
    this.#setAll(bars, next)
    this.#chart
      .timeScale()
      .setVisibleLogicalRange({ from: visible.from - next.from, to: visible.to - next.from })
  }
}

/** The window that shows the same bars in a changed series, or `undefined` where it is another series. */
function followWindow({ bars: before, window }: Shown, bars: BarSeries): BarWindow | undefined {
  const isSame =
    before.instrument.id === bars.instrument.id &&
    before.interval === bars.interval &&
    before.adjustment === bars.adjustment &&
    before.timeZone === bars.timeZone
  const first = before.time[window.from]
  if (!isSame || first === undefined) return undefined
  const from = bars.time[window.from] === first ? window.from : bars.time.indexOf(first)
  if (from < 0) return undefined
  const shift = from - window.from
  return { from, to: window.to === before.length ? bars.length : Math.min(bars.length, window.to + shift) }
}

function keepsAllButLast({ bars: before, window: old }: Shown, bars: BarSeries, window: BarWindow): boolean {
  const count = old.to - old.from
  if (window.to - window.from < count) return false
  return (['time', 'open', 'high', 'low', 'close', 'volume'] as const).every(
    (name) => commonLength(before[name], old.from, bars[name], window.from, count) >= count - 1,
  )
}
