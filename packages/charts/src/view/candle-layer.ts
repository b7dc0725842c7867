import type { BarSeries } from '@starkmatter/core'
import {
  type CandlestickData,
  CandlestickSeries,
  type HistogramData,
  HistogramSeries,
  type IChartApi,
  type IPriceLine,
  type ISeriesApi,
  LineStyle,
  type UTCTimestamp,
  type WhitespaceData,
} from 'lightweight-charts'
import { formatDecimal, priceDecimals } from '../format/price.ts'
import type { ChartTheme } from '../theme/chart-theme.ts'
import { withAlpha } from '../theme/with-alpha.ts'
import type { BarWindow } from '../window/bar-window.ts'
import { candleOptions, volumeMargins, volumeOptions } from './chart-options.ts'
import { chartTime } from './chart-time.ts'

type CandlePoint = CandlestickData<UTCTimestamp>
type VolumePoint = HistogramData<UTCTimestamp> | WhitespaceData<UTCTimestamp>

/** Candles, and the volume under them. */
export class CandleLayer {
  readonly candles: ISeriesApi<'Candlestick'>
  readonly #volume: ISeriesApi<'Histogram'>
  readonly #last: IPriceLine
  readonly #locale: string | undefined
  #theme: ChartTheme

  constructor(chart: IChartApi, theme: ChartTheme, locale: string | undefined) {
    this.#theme = theme
    this.#locale = locale
    // Added first, so that it is painted behind the candles.
    this.#volume = chart.addSeries(HistogramSeries, volumeOptions)
    this.#volume.priceScale().applyOptions({ scaleMargins: volumeMargins })
    this.candles = chart.addSeries(CandlestickSeries, candleOptions(theme))
    // The series' own price line takes the colour of the last bar, and the forming bar has none.
    this.#last = this.candles.createPriceLine({ price: 0, lineStyle: LineStyle.Dashed, lineWidth: 1 })
  }

  /** Colours are part of the points, so after this everything is set again. */
  setTheme(theme: ChartTheme): void {
    this.#theme = theme
    this.candles.applyOptions(candleOptions(theme))
  }

  /** @param times - Local times of the window's bars, in seconds. */
  setAll(bars: BarSeries, window: BarWindow, times: readonly number[]): void {
    const precision = priceDecimals(bars.close[bars.length - 1] ?? 1, bars.instrument.assetClass)
    const formatter = (price: number) => formatDecimal(price, precision, this.#locale)
    this.candles.applyOptions({ priceFormat: { type: 'custom', formatter, minMove: 10 ** -precision } })
    const candles: CandlePoint[] = []
    const volumes: VolumePoint[] = []
    times.forEach((time, offset) => {
      candles.push(this.#candle(bars, window.from + offset, time))
      volumes.push(this.#bar(bars, window.from + offset, time))
    })
    this.candles.setData(candles)
    this.#volume.setData(volumes)
    this.#markLast(bars)
  }

  update(bars: BarSeries, index: number, time: number): void {
    this.candles.update(this.#candle(bars, index, time))
    this.#volume.update(this.#bar(bars, index, time))
    this.#markLast(bars)
  }

  #markLast(bars: BarSeries): void {
    const last = bars.length - 1
    const price = bars.close[last]
    if (price === undefined) return
    const color = price >= (bars.open[last] ?? price) ? this.#theme.up : this.#theme.down
    this.#last.applyOptions({ price, color, lineVisible: true, axisLabelVisible: true })
  }

  #candle(bars: BarSeries, index: number, time: number): CandlePoint {
    const open = bars.open[index] ?? Number.NaN
    const close = bars.close[index] ?? Number.NaN
    const high = bars.high[index] ?? Number.NaN
    const low = bars.low[index] ?? Number.NaN
    const point: CandlePoint = { time: chartTime(time), open, high, low, close }
    // The forming bar is hollow: what it says may still change.
    if (bars.forming && index === bars.length - 1) point.color = this.#theme.background
    return point
  }

  #bar(bars: BarSeries, index: number, time: number): VolumePoint {
    const value = bars.volume[index] ?? Number.NaN
    if (Number.isNaN(value)) return { time: chartTime(time) }
    const isUp = (bars.close[index] ?? 0) >= (bars.open[index] ?? 0)
    return { time: chartTime(time), value, color: withAlpha(isUp ? this.#theme.up : this.#theme.down, 0.3) }
  }
}
