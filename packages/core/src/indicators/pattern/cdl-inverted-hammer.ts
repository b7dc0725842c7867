import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, bodyGapsDown, lowerShadow, upperShadow } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlInvertedHammerKernel(options: CandleOptions) {
  const bodyShort0 = new Average(options, 'bodyShort', 0)
  const shadowLong0 = new Average(options, 'shadowLong', 0)
  const shadowVeryShort0 = new Average(options, 'shadowVeryShort', 0)
  return candleKernel(1, [bodyShort0, shadowLong0, shadowVeryShort0], [{ atMost: bodyShort0 }], (i) =>
    (+(upperShadow(i) > shadowLong0.at(i)) & +(lowerShadow(i) < shadowVeryShort0.at(i))) !== 0 &&
    bodyGapsDown(i, i - 1) &&
    body(i) < bodyShort0.at(i)
      ? 100
      : 0,
  )
}

/** Index of the first candle that `cdlInvertedHammer` judges: 1 more than the longest of its settings' periods. */
export const cdlInvertedHammerLookback = /* @__PURE__ */ patternLookback(cdlInvertedHammerKernel)

/**
 * Inverted Hammer: a small body gapping down, with a long upper and no lower shadow.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern (bullish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLINVERTEDHAMMER`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlInvertedHammer(open, high, low, close)
 */
export const cdlInvertedHammer = /* @__PURE__ */ pattern(cdlInvertedHammerKernel)

/** The stream form of `cdlInvertedHammer`. */
export const createCdlInvertedHammer = /* @__PURE__ */ patternStream(cdlInvertedHammerKernel)
