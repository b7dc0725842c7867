import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { bodies } from './candle-memory.ts'
import { Average } from './candle-totals.ts'
import { body, bodyGapsUp, closeAt, openAt } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdl2CrowsKernel(options: CandleOptions) {
  const bodyLong2 = new Average(options, 'bodyLong', 2)
  return candleKernel(
    2,
    [bodyLong2],
    ['wbb', { longer: bodyLong2 }],
    (i) =>
      openAt(i) < openAt(i - 1) &&
      openAt(i) > closeAt(i - 1) &&
      closeAt(i) > openAt(i - 2) &&
      closeAt(i) < closeAt(i - 2) &&
      bodyGapsUp(i - 1, i - 2) &&
      body(i - 2) > bodyLong2.at(i)
        ? -100
        : 0,
    bodies,
  )
}

/** Index of the first candle that `cdl2Crows` judges: 2 more than the longest of its settings' periods. */
export const cdl2CrowsLookback = /* @__PURE__ */ patternLookback(cdl2CrowsKernel)

/**
 * Two Crows: a long white candle, a black one gapping up, and a black one that opens in the second body and closes in the first.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: -100 for the pattern (bearish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDL2CROWS`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdl2Crows(open, high, low, close)
 */
export const cdl2Crows = /* @__PURE__ */ pattern(cdl2CrowsKernel)

/** The stream form of `cdl2Crows`. */
export const createCdl2Crows = /* @__PURE__ */ patternStream(cdl2CrowsKernel)
