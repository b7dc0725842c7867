import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { bodies } from './candle-memory.ts'
import { Average } from './candle-totals.ts'
import { body, isWhite, lowerEnd, upperEnd } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlHaramiKernel(options: CandleOptions) {
  const bodyLong1 = new Average(options, 'bodyLong', 1)
  const bodyShort0 = new Average(options, 'bodyShort', 0)
  return candleKernel(
    1,
    [bodyLong1, bodyShort0],
    [{ atMost: bodyShort0 }, { longer: bodyLong1 }],
    (i) =>
      (+(upperEnd(i) <= upperEnd(i - 1)) &
        +(lowerEnd(i) >= lowerEnd(i - 1)) &
        +(body(i - 1) > bodyLong1.at(i)) &
        +(body(i) <= bodyShort0.at(i))) !==
      0
        ? (isWhite(i - 1) ? -1 : 1) *
          (upperEnd(i) < upperEnd(i - 1) && lowerEnd(i) > lowerEnd(i - 1) ? 100 : 80)
        : 0,
    bodies,
  )
}

/** Index of the first candle that `cdlHarami` judges: 1 more than the longest of its settings' periods. */
export const cdlHaramiLookback = /* @__PURE__ */ patternLookback(cdlHaramiKernel)

/**
 * Harami Pattern: a short body within the long body before.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish (80 when an end of the bodies only matches), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLHARAMI`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlHarami(open, high, low, close)
 */
export const cdlHarami = /* @__PURE__ */ pattern(cdlHaramiKernel)

/** The stream form of `cdlHarami`. */
export const createCdlHarami = /* @__PURE__ */ patternStream(cdlHaramiKernel)
