import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, lowAt, lowerEnd, lowerShadow, upperShadow } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlHammerKernel(options: CandleOptions) {
  const bodyShort0 = new Average(options, 'bodyShort', 0)
  const shadowLong0 = new Average(options, 'shadowLong', 0)
  const shadowVeryShort0 = new Average(options, 'shadowVeryShort', 0)
  const near1 = new Average(options, 'near', 1)
  return candleKernel(1, [bodyShort0, shadowLong0, shadowVeryShort0, near1], [{ atMost: bodyShort0 }], (i) =>
    (+(lowerShadow(i) > shadowLong0.at(i)) & +(upperShadow(i) < shadowVeryShort0.at(i))) !== 0 &&
    lowerEnd(i) <= lowAt(i - 1) + near1.at(i) &&
    body(i) < bodyShort0.at(i)
      ? 100
      : 0,
  )
}

/** Index of the first candle that `cdlHammer` judges: 1 more than the longest of its settings' periods. */
export const cdlHammerLookback = /* @__PURE__ */ patternLookback(cdlHammerKernel)

/**
 * Hammer: a small body with a long lower and no upper shadow, near the low of the candle before.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern (bullish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLHAMMER`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlHammer(open, high, low, close)
 */
export const cdlHammer = /* @__PURE__ */ pattern(cdlHammerKernel)

/** The stream form of `cdlHammer`. */
export const createCdlHammer = /* @__PURE__ */ patternStream(cdlHammerKernel)
