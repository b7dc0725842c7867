import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { closeAt } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlMatchingLowKernel(options: CandleOptions) {
  const equal1 = new Average(options, 'equal', 1)
  return candleKernel(1, [equal1], ['bb'], (i) => {
    const equal = equal1.at(i)
    return 100 & -(+(closeAt(i) <= closeAt(i - 1) + equal) & +(closeAt(i) >= closeAt(i - 1) - equal))
  })
}

/** Index of the first candle that `cdlMatchingLow` judges: 1 more than the longest of its settings' periods. */
export const cdlMatchingLowLookback = /* @__PURE__ */ patternLookback(cdlMatchingLowKernel)

/**
 * Matching Low: two black candles that close at the same price.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern (bullish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLMATCHINGLOW`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlMatchingLow(open, high, low, close)
 */
export const cdlMatchingLow = /* @__PURE__ */ pattern(cdlMatchingLowKernel)

/** The stream form of `cdlMatchingLow`. */
export const createCdlMatchingLow = /* @__PURE__ */ patternStream(cdlMatchingLowKernel)
