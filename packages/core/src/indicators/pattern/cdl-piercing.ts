import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, closeAt, lowAt, openAt } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlPiercingKernel(options: CandleOptions) {
  const bodyLong1 = new Average(options, 'bodyLong', 1)
  const bodyLong0 = new Average(options, 'bodyLong', 0)
  return candleKernel(1, [bodyLong1, bodyLong0], ['bw', { longer: bodyLong1 }, { longer: bodyLong0 }], (i) =>
    openAt(i) < lowAt(i - 1) &&
    closeAt(i) < openAt(i - 1) &&
    closeAt(i) > closeAt(i - 1) + body(i - 1) * 0.5 &&
    body(i - 1) > bodyLong1.at(i) &&
    body(i) > bodyLong0.at(i)
      ? 100
      : 0,
  )
}

/** Index of the first candle that `cdlPiercing` judges: 1 more than the longest of its settings' periods. */
export const cdlPiercingLookback = /* @__PURE__ */ patternLookback(cdlPiercingKernel)

/**
 * Piercing Pattern: a long black candle, and a long white one that opens below its low and closes above the middle of its body.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern (bullish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLPIERCING`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlPiercing(open, high, low, close)
 */
export const cdlPiercing = /* @__PURE__ */ pattern(cdlPiercingKernel)

/** The stream form of `cdlPiercing`. */
export const createCdlPiercing = /* @__PURE__ */ patternStream(cdlPiercingKernel)
