import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, bodyGapsDown, bodyGapsUp, lowerEnd, upperEnd } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlTristarKernel(options: CandleOptions) {
  const bodyDoji2 = new Average(options, 'bodyDoji', 2)
  return candleKernel(2, [bodyDoji2], [{ atMost: bodyDoji2 }], (i) => {
    const doji2 = bodyDoji2.at(i)
    if ((+(body(i - 2) <= doji2) & +(body(i - 1) <= doji2) & +(body(i) <= doji2)) === 0) return 0
    if (bodyGapsDown(i - 1, i - 2) && lowerEnd(i) > lowerEnd(i - 1)) return 100
    return bodyGapsUp(i - 1, i - 2) && upperEnd(i) < upperEnd(i - 1) ? -100 : 0
  })
}

/** Index of the first candle that `cdlTristar` judges: 2 more than the longest of its settings' periods. */
export const cdlTristarLookback = /* @__PURE__ */ patternLookback(cdlTristarKernel)

/**
 * Tristar Pattern: three doji, the middle one apart from the first and ahead of the third.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLTRISTAR`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlTristar(open, high, low, close)
 */
export const cdlTristar = /* @__PURE__ */ pattern(cdlTristarKernel)

/** The stream form of `cdlTristar`. */
export const createCdlTristar = /* @__PURE__ */ patternStream(cdlTristarKernel)
