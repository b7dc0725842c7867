import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { bodyGapsDown, closeAt, highAt, lowAt, lowerShadow, upperShadow } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlConcealBabysWallKernel(options: CandleOptions) {
  const shadowVeryShort3 = new Average(options, 'shadowVeryShort', 3)
  const shadowVeryShort2 = new Average(options, 'shadowVeryShort', 2)
  const shadowVeryShort1 = new Average(options, 'shadowVeryShort', 1)
  return candleKernel(3, [shadowVeryShort3, shadowVeryShort2, shadowVeryShort1], ['bbbb'], (i) =>
    highAt(i - 1) > closeAt(i - 2) &&
    highAt(i) > highAt(i - 1) &&
    lowAt(i) < lowAt(i - 1) &&
    bodyGapsDown(i - 1, i - 2) &&
    lowerShadow(i - 3) < shadowVeryShort3.at(i) &&
    upperShadow(i - 3) < shadowVeryShort3.at(i) &&
    lowerShadow(i - 2) < shadowVeryShort2.at(i) &&
    upperShadow(i - 2) < shadowVeryShort2.at(i) &&
    upperShadow(i - 1) > shadowVeryShort1.at(i)
      ? 100
      : 0,
  )
}

/** Index of the first candle that `cdlConcealBabysWall` judges: 3 more than the longest of its settings' periods. */
export const cdlConcealBabysWallLookback = /* @__PURE__ */ patternLookback(cdlConcealBabysWallKernel)

/**
 * Concealing Baby Swallow: four black candles: two without shadows, a third that gaps down but reaches up into the second, a fourth that engulfs it.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern (bullish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLCONCEALBABYSWALL`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlConcealBabysWall(open, high, low, close)
 */
export const cdlConcealBabysWall = /* @__PURE__ */ pattern(cdlConcealBabysWallKernel)

/** The stream form of `cdlConcealBabysWall`. */
export const createCdlConcealBabysWall = /* @__PURE__ */ patternStream(cdlConcealBabysWallKernel)
