import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, closeAt, openAt, upperShadow } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlStalledPatternKernel(options: CandleOptions) {
  const bodyLong2 = new Average(options, 'bodyLong', 2)
  const bodyLong1 = new Average(options, 'bodyLong', 1)
  const bodyShort0 = new Average(options, 'bodyShort', 0)
  const shadowVeryShort1 = new Average(options, 'shadowVeryShort', 1)
  const near2 = new Average(options, 'near', 2)
  const near1 = new Average(options, 'near', 1)
  return candleKernel(
    2,
    [bodyLong2, bodyLong1, bodyShort0, shadowVeryShort1, near2, near1],
    ['www', { longer: bodyLong2 }, { longer: bodyLong1 }, { atMost: bodyShort0 }],
    (i) =>
      closeAt(i) > closeAt(i - 1) &&
      closeAt(i - 1) > closeAt(i - 2) &&
      openAt(i - 1) > openAt(i - 2) &&
      openAt(i - 1) <= closeAt(i - 2) + near2.at(i) &&
      body(i - 2) > bodyLong2.at(i) &&
      body(i - 1) > bodyLong1.at(i) &&
      upperShadow(i - 1) < shadowVeryShort1.at(i) &&
      body(i) < bodyShort0.at(i) &&
      openAt(i) >= closeAt(i - 1) - body(i) - near1.at(i)
        ? -100
        : 0,
  )
}

/** Index of the first candle that `cdlStalledPattern` judges: 2 more than the longest of its settings' periods. */
export const cdlStalledPatternLookback = /* @__PURE__ */ patternLookback(cdlStalledPatternKernel)

/**
 * Stalled Pattern: two long white candles, and a small one that rides on the shoulder of the second.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: -100 for the pattern (bearish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLSTALLEDPATTERN`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlStalledPattern(open, high, low, close)
 */
export const cdlStalledPattern = /* @__PURE__ */ pattern(cdlStalledPatternKernel)

/** The stream form of `cdlStalledPattern`. */
export const createCdlStalledPattern = /* @__PURE__ */ patternStream(cdlStalledPatternKernel)
