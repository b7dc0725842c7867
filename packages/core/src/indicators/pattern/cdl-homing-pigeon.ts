import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { bodies } from './candle-memory.ts'
import { Average } from './candle-totals.ts'
import { body, closeAt, openAt } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlHomingPigeonKernel(options: CandleOptions) {
  const bodyLong1 = new Average(options, 'bodyLong', 1)
  const bodyShort0 = new Average(options, 'bodyShort', 0)
  return candleKernel(
    1,
    [bodyLong1, bodyShort0],
    ['bb', { longer: bodyLong1 }, { atMost: bodyShort0 }],
    (i) =>
      100 &
      -(
        +(openAt(i) < openAt(i - 1)) &
        +(closeAt(i) > closeAt(i - 1)) &
        +(body(i - 1) > bodyLong1.at(i)) &
        +(body(i) <= bodyShort0.at(i))
      ),
    bodies,
  )
}

/** Index of the first candle that `cdlHomingPigeon` judges: 1 more than the longest of its settings' periods. */
export const cdlHomingPigeonLookback = /* @__PURE__ */ patternLookback(cdlHomingPigeonKernel)

/**
 * Homing Pigeon: a short black body within the long black body before.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern (bullish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLHOMINGPIGEON`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlHomingPigeon(open, high, low, close)
 */
export const cdlHomingPigeon = /* @__PURE__ */ pattern(cdlHomingPigeonKernel)

/** The stream form of `cdlHomingPigeon`. */
export const createCdlHomingPigeon = /* @__PURE__ */ patternStream(cdlHomingPigeonKernel)
