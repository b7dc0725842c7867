import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { closeAt, highAt, openAt, upperShadow } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlLadderBottomKernel(options: CandleOptions) {
  const shadowVeryShort1 = new Average(options, 'shadowVeryShort', 1)
  return candleKernel(4, [shadowVeryShort1], ['bbbbw'], (i) =>
    openAt(i - 4) > openAt(i - 3) &&
    openAt(i - 3) > openAt(i - 2) &&
    closeAt(i - 4) > closeAt(i - 3) &&
    closeAt(i - 3) > closeAt(i - 2) &&
    openAt(i) > openAt(i - 1) &&
    closeAt(i) > highAt(i - 1) &&
    upperShadow(i - 1) > shadowVeryShort1.at(i)
      ? 100
      : 0,
  )
}

/** Index of the first candle that `cdlLadderBottom` judges: 4 more than the longest of its settings' periods. */
export const cdlLadderBottomLookback = /* @__PURE__ */ patternLookback(cdlLadderBottomKernel)

/**
 * Ladder Bottom: three black candles with lower opens and closes, a black one with an upper shadow, and a white one above it.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern (bullish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLLADDERBOTTOM`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlLadderBottom(open, high, low, close)
 */
export const cdlLadderBottom = /* @__PURE__ */ pattern(cdlLadderBottomKernel)

/** The stream form of `cdlLadderBottom`. */
export const createCdlLadderBottom = /* @__PURE__ */ patternStream(cdlLadderBottomKernel)
