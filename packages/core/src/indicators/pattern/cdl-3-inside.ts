import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { bodies } from './candle-memory.ts'
import { Average } from './candle-totals.ts'
import { body, closeAt, isWhite, lowerEnd, openAt, sign, upperEnd } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdl3InsideKernel(options: CandleOptions) {
  const bodyLong2 = new Average(options, 'bodyLong', 2)
  const bodyShort1 = new Average(options, 'bodyShort', 1)
  return candleKernel(
    2,
    [bodyLong2, bodyShort1],
    ['x?y', { longer: bodyLong2 }, { atMost: bodyShort1 }],
    (i) =>
      upperEnd(i - 1) < upperEnd(i - 2) &&
      lowerEnd(i - 1) > lowerEnd(i - 2) &&
      (isWhite(i - 2) ? closeAt(i) < openAt(i - 2) : closeAt(i) > openAt(i - 2)) &&
      body(i - 2) > bodyLong2.at(i) &&
      body(i - 1) <= bodyShort1.at(i)
        ? -sign(i - 2)
        : 0,
    bodies,
  )
}

/** Index of the first candle that `cdl3Inside` judges: 2 more than the longest of its settings' periods. */
export const cdl3InsideLookback = /* @__PURE__ */ patternLookback(cdl3InsideKernel)

/**
 * Three Inside Up/Down: a long candle, a short one within its body, and one of the other colour that closes beyond the first open.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDL3INSIDE`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdl3Inside(open, high, low, close)
 */
export const cdl3Inside = /* @__PURE__ */ pattern(cdl3InsideKernel)

/** The stream form of `cdl3Inside`. */
export const createCdl3Inside = /* @__PURE__ */ patternStream(cdl3InsideKernel)
