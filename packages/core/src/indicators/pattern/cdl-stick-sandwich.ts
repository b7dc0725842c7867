import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { closeAt, lowAt } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlStickSandwichKernel(options: CandleOptions) {
  const equal2 = new Average(options, 'equal', 2)
  return candleKernel(2, [equal2], ['bwb'], (i) => {
    const equal = equal2.at(i)
    const together = +(closeAt(i) <= closeAt(i - 2) + equal) & +(closeAt(i) >= closeAt(i - 2) - equal)
    return 100 & -(together & +(lowAt(i - 1) > closeAt(i - 2)))
  })
}

/** Index of the first candle that `cdlStickSandwich` judges: 2 more than the longest of its settings' periods. */
export const cdlStickSandwichLookback = /* @__PURE__ */ patternLookback(cdlStickSandwichKernel)

/**
 * Stick Sandwich: a white candle above the close of the black one before, between two black ones that close at the same price.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern (bullish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLSTICKSANDWICH`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlStickSandwich(open, high, low, close)
 */
export const cdlStickSandwich = /* @__PURE__ */ pattern(cdlStickSandwichKernel)

/** The stream form of `cdlStickSandwich`. */
export const createCdlStickSandwich = /* @__PURE__ */ patternStream(cdlStickSandwichKernel)
