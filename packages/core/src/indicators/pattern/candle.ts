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
  settings?: Partial<Record<CandleSettingName, CandleSetting>> | undefined
}

// Objects, for V8 keeps the numbers of an array in one way, and a period must not be kept as a double.
const of = (range: CandleRange, period: number, factor: number): CandleSetting => ({ range, period, factor })

/** As in TA-Lib 0.6.4; a period of 0 compares with the candle itself. */
export const candleDefaults = /* @__PURE__ */ (() => ({
  bodyLong: of(0, 10, 1),
  bodyVeryLong: of(0, 10, 3),
  bodyShort: of(0, 10, 1),
  bodyDoji: of(1, 10, 0.1),
  shadowLong: of(0, 0, 1),
  shadowVeryLong: of(0, 0, 2),
  shadowShort: of(2, 10, 1),
  shadowVeryShort: of(1, 10, 0.1),
  near: of(1, 5, 0.2),
  far: of(1, 5, 0.6),
  equal: of(1, 5, 0.05),
}))()

/**
 * The setting that a pattern works with.
 *
 * @throws {InvalidParameterError} a setting's period, range or factor is out of range
 */
export function candleSetting(options: CandleOptions, name: CandleSettingName): CandleSetting {
  const chosen = options.settings?.[name] ?? candleDefaults[name]
  integer(`${name}.range`, chosen.range, 0, 2)
  integer(`${name}.period`, chosen.period, 0)
  real(`${name}.factor`, chosen.factor)
  return chosen
}
