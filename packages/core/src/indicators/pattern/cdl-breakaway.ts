import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, bodyGapsDown, bodyGapsUp, closeAt, highAt, isWhite, lowAt, openAt, sign } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlBreakawayKernel(options: CandleOptions) {
  const bodyLong4 = new Average(options, 'bodyLong', 4)
  return candleKernel(4, [bodyLong4], ['xx?xy', { longer: bodyLong4 }], (i) =>
    (isWhite(i - 4)
      ? highAt(i - 2) > highAt(i - 3) &&
        lowAt(i - 2) > lowAt(i - 3) &&
        highAt(i - 1) > highAt(i - 2) &&
        lowAt(i - 1) > lowAt(i - 2) &&
        closeAt(i) < openAt(i - 3) &&
        closeAt(i) > closeAt(i - 4) &&
        bodyGapsUp(i - 3, i - 4)
      : highAt(i - 2) < highAt(i - 3) &&
        lowAt(i - 2) < lowAt(i - 3) &&
        highAt(i - 1) < highAt(i - 2) &&
        lowAt(i - 1) < lowAt(i - 2) &&
        closeAt(i) > openAt(i - 3) &&
        closeAt(i) < closeAt(i - 4) &&
        bodyGapsDown(i - 3, i - 4)) && body(i - 4) > bodyLong4.at(i)
      ? sign(i)
      : 0,
  )
}

/** Index of the first candle that `cdlBreakaway` judges: 4 more than the longest of its settings' periods. */
export const cdlBreakawayLookback = /* @__PURE__ */ patternLookback(cdlBreakawayKernel)

/**
 * Breakaway: a long candle, a gap on, two more candles the same way, and a fifth that closes back inside the gap.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLBREAKAWAY`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlBreakaway(open, high, low, close)
 */
export const cdlBreakaway = /* @__PURE__ */ pattern(cdlBreakawayKernel)

/** The stream form of `cdlBreakaway`. */
export const createCdlBreakaway = /* @__PURE__ */ patternStream(cdlBreakawayKernel)
