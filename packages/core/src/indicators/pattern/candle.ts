import type { IndicatorOptions } from '../framework/column.ts'
import { integer, real } from '../framework/parameter.ts'

/** What a setting measures a candle by: 0 real body, 1 high to low, 2 both shadows. TA-Lib's range types. */
export type CandleRange = 0 | 1 | 2

/** When a length counts as long, short, near …: `factor` times the average of the `period` candles before. */
export type CandleSetting = { readonly range: CandleRange; readonly period: number; readonly factor: number }

/** TA-Lib's candle settings by name. */
export type CandleSettingName =
  | 'bodyLong'
  | 'bodyVeryLong'
  | 'bodyShort'
  | 'bodyDoji'
  | 'shadowLong'
  | 'shadowVeryLong'
  | 'shadowShort'
  | 'shadowVeryShort'
  | 'near'
  | 'far'
  | 'equal'

/** Options of every candlestick pattern. */
export type CandleOptions = IndicatorOptions & {
  /** Settings that differ from TA-Lib's defaults. */
  settings?: Partial<Record<CandleSettingName, CandleSetting>>
}

// range, period, factor as in TA-Lib 0.6.4; a period of 0 compares with the candle itself.
const defaults: Record<CandleSettingName, readonly [CandleRange, number, number]> = {
  bodyLong: [0, 10, 1],
  bodyVeryLong: [0, 10, 3],
  bodyShort: [0, 10, 1],
  bodyDoji: [1, 10, 0.1],
  shadowLong: [0, 0, 1],
  shadowVeryLong: [0, 0, 2],
  shadowShort: [2, 10, 1],
  shadowVeryShort: [1, 10, 0.1],
  near: [1, 5, 0.2],
  far: [1, 5, 0.6],
  equal: [1, 5, 0.05],
}

/**
 * The setting that a pattern works with.
 *
 * @throws {InvalidParameterError} a setting's period, range or factor is out of range
 */
export function candleSetting(options: CandleOptions, name: CandleSettingName): CandleSetting {
  const [range, period, factor] = defaults[name]
  const chosen = options.settings?.[name] ?? { range, period, factor }
  integer(`${name}.range`, chosen.range, 0, 2)
  integer(`${name}.period`, chosen.period, 0)
  real(`${name}.factor`, chosen.factor)
  return chosen
}

/** Length of the body of candle `i`. */
export function body(open: Float64Array, close: Float64Array, i: number): number {
  return Math.abs((close[i] as number) - (open[i] as number))
}

/** Whether candle `i` is white: it closes at or above its open. Else it is black. */
export function isWhite(open: Float64Array, close: Float64Array, i: number): boolean {
  return (close[i] as number) >= (open[i] as number)
}

/** Length from the body to the high of candle `i`. */
export function upperShadow(open: Float64Array, high: Float64Array, close: Float64Array, i: number): number {
  const o = open[i] as number
  const c = close[i] as number
  // biome-ignore lint/complexity/useMathMinMax: TA-Lib's comparison, which NaN does not win; and faster.
  return (high[i] as number) - (c >= o ? c : o)
}

/** Length from the low to the body of candle `i`. */
export function lowerShadow(open: Float64Array, low: Float64Array, close: Float64Array, i: number): number {
  const o = open[i] as number
  const c = close[i] as number
  // biome-ignore lint/complexity/useMathMinMax: TA-Lib's comparison, which NaN does not win; and faster.
  return (c >= o ? o : c) - (low[i] as number)
}

/** Length of candle `i` in the sense of a range type. */
export function candleRange(
  range: CandleRange,
  open: Float64Array,
  high: Float64Array,
  low: Float64Array,
  close: Float64Array,
  i: number,
): number {
  if (range === 0) return body(open, close, i)
  if (range === 1) return (high[i] as number) - (low[i] as number)
  return upperShadow(open, high, close, i) + lowerShadow(open, low, close, i)
}

/**
 * The length that candle `i` is held against, from the running total of the ranges of the `period` candles before it.
 * TA-Lib's order: factor times mean, then halved for shadows.
 */
export function candleAverage(
  { range, period, factor }: CandleSetting,
  total: number,
  open: Float64Array,
  high: Float64Array,
  low: Float64Array,
  close: Float64Array,
  i: number,
): number {
  const mean = period === 0 ? candleRange(range, open, high, low, close, i) : total / period
  return (factor * mean) / (range === 2 ? 2 : 1)
}

/** Whether the body of candle `later` lies wholly above the body of candle `earlier`. */
export function bodyGapsUp(open: Float64Array, close: Float64Array, later: number, earlier: number): boolean {
  return lowerEnd(open, close, later) > upperEnd(open, close, earlier)
}

/** Whether the body of candle `later` lies wholly below the body of candle `earlier`. */
export function bodyGapsDown(
  open: Float64Array,
  close: Float64Array,
  later: number,
  earlier: number,
): boolean {
  return upperEnd(open, close, later) < lowerEnd(open, close, earlier)
}

/** The lower end of the body of candle `i`. */
export function lowerEnd(open: Float64Array, close: Float64Array, i: number): number {
  const o = open[i] as number
  const c = close[i] as number
  // biome-ignore lint/complexity/useMathMinMax: TA-Lib's comparison, which NaN does not win; and faster.
  return o < c ? o : c
}

/** The upper end of the body of candle `i`. */
export function upperEnd(open: Float64Array, close: Float64Array, i: number): number {
  const o = open[i] as number
  const c = close[i] as number
  // biome-ignore lint/complexity/useMathMinMax: TA-Lib's comparison, which NaN does not win; and faster.
  return o > c ? o : c
}
