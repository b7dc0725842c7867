import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, lowerShadow, sign, upperShadow } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlSpinningTopKernel(options: CandleOptions) {
  const bodyShort0 = new Average(options, 'bodyShort', 0)
  return candleKernel(
    0,
    [bodyShort0],
    [{ atMost: bodyShort0 }],
    (i) =>
      sign(i) & -(+(body(i) < bodyShort0.at(i)) & +(upperShadow(i) > body(i)) & +(lowerShadow(i) > body(i))),
  )
}

/** Index of the first candle that `cdlSpinningTop` judges: the longest of its settings' periods. */
export const cdlSpinningTopLookback = /* @__PURE__ */ patternLookback(cdlSpinningTopKernel)

/**
 * Spinning Top: a short body with longer shadows on both sides.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 white, -100 black, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLSPINNINGTOP`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlSpinningTop(open, high, low, close)
 */
export const cdlSpinningTop = /* @__PURE__ */ pattern(cdlSpinningTopKernel)

/** The stream form of `cdlSpinningTop`. */
export const createCdlSpinningTop = /* @__PURE__ */ patternStream(cdlSpinningTopKernel)
