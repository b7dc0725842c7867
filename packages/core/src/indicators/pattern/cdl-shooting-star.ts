import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, bodyGapsUp, lowerShadow, upperShadow } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlShootingStarKernel(options: CandleOptions) {
  const bodyShort0 = new Average(options, 'bodyShort', 0)
  const shadowLong0 = new Average(options, 'shadowLong', 0)
  const shadowVeryShort0 = new Average(options, 'shadowVeryShort', 0)
  return candleKernel(1, [bodyShort0, shadowLong0, shadowVeryShort0], [{ atMost: bodyShort0 }], (i) =>
    (+(upperShadow(i) > shadowLong0.at(i)) & +(lowerShadow(i) < shadowVeryShort0.at(i))) !== 0 &&
    bodyGapsUp(i, i - 1) &&
    body(i) < bodyShort0.at(i)
      ? -100
      : 0,
  )
}

/** Index of the first candle that `cdlShootingStar` judges: 1 more than the longest of its settings' periods. */
export const cdlShootingStarLookback = /* @__PURE__ */ patternLookback(cdlShootingStarKernel)

/**
 * Shooting Star: a small body gapping up, with a long upper and no lower shadow.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: -100 for the pattern (bearish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLSHOOTINGSTAR`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlShootingStar(open, high, low, close)
 */
export const cdlShootingStar = /* @__PURE__ */ pattern(cdlShootingStarKernel)

/** The stream form of `cdlShootingStar`. */
export const createCdlShootingStar = /* @__PURE__ */ patternStream(cdlShootingStarKernel)
