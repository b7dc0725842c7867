import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { closeAt, lowerShadow, openAt } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlIdentical3CrowsKernel(options: CandleOptions) {
  const shadowVeryShort2 = new Average(options, 'shadowVeryShort', 2)
  const shadowVeryShort1 = new Average(options, 'shadowVeryShort', 1)
  const shadowVeryShort0 = new Average(options, 'shadowVeryShort', 0)
  const equal2 = new Average(options, 'equal', 2)
  const equal1 = new Average(options, 'equal', 1)
  return candleKernel(
    2,
    [shadowVeryShort2, shadowVeryShort1, shadowVeryShort0, equal2, equal1],
    ['bbb'],
    (i) =>
      closeAt(i - 2) > closeAt(i - 1) &&
      closeAt(i - 1) > closeAt(i) &&
      lowerShadow(i - 2) < shadowVeryShort2.at(i) &&
      lowerShadow(i - 1) < shadowVeryShort1.at(i) &&
      lowerShadow(i) < shadowVeryShort0.at(i) &&
      openAt(i - 1) <= closeAt(i - 2) + equal2.at(i) &&
      openAt(i - 1) >= closeAt(i - 2) - equal2.at(i) &&
      openAt(i) <= closeAt(i - 1) + equal1.at(i) &&
      openAt(i) >= closeAt(i - 1) - equal1.at(i)
        ? -100
        : 0,
  )
}

/** Index of the first candle that `cdlIdentical3Crows` judges: 2 more than the longest of its settings' periods. */
export const cdlIdentical3CrowsLookback = /* @__PURE__ */ patternLookback(cdlIdentical3CrowsKernel)

/**
 * Identical Three Crows: three black candles without lower shadows, each opening where the one before closed.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: -100 for the pattern (bearish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLIDENTICAL3CROWS`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlIdentical3Crows(open, high, low, close)
 */
export const cdlIdentical3Crows = /* @__PURE__ */ pattern(cdlIdentical3CrowsKernel)

/** The stream form of `cdlIdentical3Crows`. */
export const createCdlIdentical3Crows = /* @__PURE__ */ patternStream(cdlIdentical3CrowsKernel)
