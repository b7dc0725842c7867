import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, lowerShadow, sign, upperShadow } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlLongLineKernel(options: CandleOptions) {
  const bodyLong0 = new Average(options, 'bodyLong', 0)
  const shadowShort0 = new Average(options, 'shadowShort', 0)
  return candleKernel(0, [bodyLong0, shadowShort0], [{ longer: bodyLong0 }], (i) => {
    const shadowShort = shadowShort0.at(i)
    const short = +(upperShadow(i) < shadowShort) & +(lowerShadow(i) < shadowShort)
    return sign(i) & -(short & +(body(i) > bodyLong0.at(i)))
  })
}

/** Index of the first candle that `cdlLongLine` judges: the longest of its settings' periods. */
export const cdlLongLineLookback = /* @__PURE__ */ patternLookback(cdlLongLineKernel)

/**
 * Long Line Candle: a long body with short shadows.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 white, -100 black, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLLONGLINE`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlLongLine(open, high, low, close)
 */
export const cdlLongLine = /* @__PURE__ */ pattern(cdlLongLineKernel)

/** The stream form of `cdlLongLine`. */
export const createCdlLongLine = /* @__PURE__ */ patternStream(cdlLongLineKernel)
