import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, closingShadow, sign } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlClosingMarubozuKernel(options: CandleOptions) {
  const bodyLong0 = new Average(options, 'bodyLong', 0)
  const shadowVeryShort0 = new Average(options, 'shadowVeryShort', 0)
  return candleKernel(
    0,
    [bodyLong0, shadowVeryShort0],
    [{ longer: bodyLong0 }],
    (i) => sign(i) & -(+(body(i) > bodyLong0.at(i)) & +(closingShadow(i) < shadowVeryShort0.at(i))),
  )
}

/** Index of the first candle that `cdlClosingMarubozu` judges: the longest of its settings' periods. */
export const cdlClosingMarubozuLookback = /* @__PURE__ */ patternLookback(cdlClosingMarubozuKernel)

/**
 * Closing Marubozu: a long body that closes at the end of its range: no upper shadow when white, no lower one when black.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLCLOSINGMARUBOZU`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlClosingMarubozu(open, high, low, close)
 */
export const cdlClosingMarubozu = /* @__PURE__ */ pattern(cdlClosingMarubozuKernel)

/** The stream form of `cdlClosingMarubozu`. */
export const createCdlClosingMarubozu = /* @__PURE__ */ patternStream(cdlClosingMarubozuKernel)
