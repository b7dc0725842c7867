import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, height, lowAt, lowerEnd, lowerShadow, upperEnd, upperShadow } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlRickshawManKernel(options: CandleOptions) {
  const bodyDoji0 = new Average(options, 'bodyDoji', 0)
  const shadowLong0 = new Average(options, 'shadowLong', 0)
  const near0 = new Average(options, 'near', 0)
  return candleKernel(0, [bodyDoji0, shadowLong0, near0], [{ atMost: bodyDoji0 }], (i) => {
    const shadowLong = shadowLong0.at(i)
    const near = near0.at(i)
    const middle = lowAt(i) + height(i) / 2
    const central = +(lowerEnd(i) <= middle + near) & +(upperEnd(i) >= middle - near)
    return (central & +(lowerShadow(i) > shadowLong) & +(upperShadow(i) > shadowLong)) !== 0 &&
      body(i) <= bodyDoji0.at(i)
      ? 100
      : 0
  })
}

/** Index of the first candle that `cdlRickshawMan` judges: the longest of its settings' periods. */
export const cdlRickshawManLookback = /* @__PURE__ */ patternLookback(cdlRickshawManKernel)

/**
 * Rickshaw Man: a doji with two long shadows and its body in the middle of the range.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLRICKSHAWMAN`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlRickshawMan(open, high, low, close)
 */
export const cdlRickshawMan = /* @__PURE__ */ pattern(cdlRickshawManKernel)

/** The stream form of `cdlRickshawMan`. */
export const createCdlRickshawMan = /* @__PURE__ */ patternStream(cdlRickshawManKernel)
