import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, lowerShadow, sign, upperShadow } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlMarubozuKernel(options: CandleOptions) {
  const bodyLong0 = new Average(options, 'bodyLong', 0)
  const shadowVeryShort0 = new Average(options, 'shadowVeryShort', 0)
  return candleKernel(0, [bodyLong0, shadowVeryShort0], [{ longer: bodyLong0 }], (i) => {
    const veryShort = shadowVeryShort0.at(i)
    const bald = +(upperShadow(i) < veryShort) & +(lowerShadow(i) < veryShort)
    return sign(i) & -(bald & +(body(i) > bodyLong0.at(i)))
  })
}

/** Index of the first candle that `cdlMarubozu` judges: the longest of its settings' periods. */
export const cdlMarubozuLookback = /* @__PURE__ */ patternLookback(cdlMarubozuKernel)

/**
 * Marubozu: a long body without shadows.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 white, -100 black, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLMARUBOZU`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlMarubozu(open, high, low, close)
 */
export const cdlMarubozu = /* @__PURE__ */ pattern(cdlMarubozuKernel)

/** The stream form of `cdlMarubozu`. */
export const createCdlMarubozu = /* @__PURE__ */ patternStream(cdlMarubozuKernel)
