import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, lowerShadow, sign, upperShadow } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlShortLineKernel(options: CandleOptions) {
  const bodyShort0 = new Average(options, 'bodyShort', 0)
  const shadowShort0 = new Average(options, 'shadowShort', 0)
  return candleKernel(0, [bodyShort0, shadowShort0], [{ atMost: bodyShort0 }], (i) => {
    const shadowShort = shadowShort0.at(i)
    const short = +(upperShadow(i) < shadowShort) & +(lowerShadow(i) < shadowShort)
    return sign(i) & -(short & +(body(i) < bodyShort0.at(i)))
  })
}

/** Index of the first candle that `cdlShortLine` judges: the longest of its settings' periods. */
export const cdlShortLineLookback = /* @__PURE__ */ patternLookback(cdlShortLineKernel)

/**
 * Short Line Candle: a short body with short shadows.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 white, -100 black, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLSHORTLINE`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlShortLine(open, high, low, close)
 */
export const cdlShortLine = /* @__PURE__ */ pattern(cdlShortLineKernel)

/** The stream form of `cdlShortLine`. */
export const createCdlShortLine = /* @__PURE__ */ patternStream(cdlShortLineKernel)
