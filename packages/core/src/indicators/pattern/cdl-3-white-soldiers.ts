import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, closeAt, openAt, upperShadow } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdl3WhiteSoldiersKernel(options: CandleOptions) {
  const shadowVeryShort2 = new Average(options, 'shadowVeryShort', 2)
  const shadowVeryShort1 = new Average(options, 'shadowVeryShort', 1)
  const shadowVeryShort0 = new Average(options, 'shadowVeryShort', 0)
  const near2 = new Average(options, 'near', 2)
  const near1 = new Average(options, 'near', 1)
  const far2 = new Average(options, 'far', 2)
  const far1 = new Average(options, 'far', 1)
  const bodyShort0 = new Average(options, 'bodyShort', 0)
  return candleKernel(
    2,
    [shadowVeryShort2, shadowVeryShort1, shadowVeryShort0, near2, near1, far2, far1, bodyShort0],
    ['www', { longer: bodyShort0 }],
    (i) =>
      closeAt(i) > closeAt(i - 1) &&
      closeAt(i - 1) > closeAt(i - 2) &&
      openAt(i - 1) > openAt(i - 2) &&
      openAt(i) > openAt(i - 1) &&
      openAt(i - 1) <= closeAt(i - 2) + near2.at(i) &&
      openAt(i) <= closeAt(i - 1) + near1.at(i) &&
      upperShadow(i - 2) < shadowVeryShort2.at(i) &&
      upperShadow(i - 1) < shadowVeryShort1.at(i) &&
      upperShadow(i) < shadowVeryShort0.at(i) &&
      body(i - 1) > body(i - 2) - far2.at(i) &&
      body(i) > body(i - 1) - far1.at(i) &&
      body(i) > bodyShort0.at(i)
        ? 100
        : 0,
  )
}

/** Index of the first candle that `cdl3WhiteSoldiers` judges: 2 more than the longest of its settings' periods. */
export const cdl3WhiteSoldiersLookback = /* @__PURE__ */ patternLookback(cdl3WhiteSoldiersKernel)

/**
 * Three Advancing White Soldiers: three white candles, each opening in or near the body before, closing higher and near its high, none much shorter.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern (bullish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDL3WHITESOLDIERS`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdl3WhiteSoldiers(open, high, low, close)
 */
export const cdl3WhiteSoldiers = /* @__PURE__ */ pattern(cdl3WhiteSoldiersKernel)

/** The stream form of `cdl3WhiteSoldiers`. */
export const createCdl3WhiteSoldiers = /* @__PURE__ */ patternStream(cdl3WhiteSoldiersKernel)
