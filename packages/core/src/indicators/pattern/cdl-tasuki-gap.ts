import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { gapClosers } from './candle-screens.ts'
import { Average } from './candle-totals.ts'
import {
  body,
  bodyGapsDown,
  bodyGapsUp,
  closeAt,
  isWhite,
  lowerEnd,
  openAt,
  sign,
  upperEnd,
} from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlTasukiGapKernel(options: CandleOptions) {
  const near1 = new Average(options, 'near', 1)
  return candleKernel(2, [near1], ['xy', gapClosers], (i) =>
    (isWhite(i - 1)
      ? openAt(i) < closeAt(i - 1) &&
        openAt(i) > openAt(i - 1) &&
        closeAt(i) < openAt(i - 1) &&
        closeAt(i) > upperEnd(i - 2) &&
        bodyGapsUp(i - 1, i - 2)
      : openAt(i) < openAt(i - 1) &&
        openAt(i) > closeAt(i - 1) &&
        closeAt(i) > openAt(i - 1) &&
        closeAt(i) < lowerEnd(i - 2) &&
        bodyGapsDown(i - 1, i - 2)) && Math.abs(body(i - 1) - body(i)) < near1.at(i)
      ? sign(i - 1)
      : 0,
  )
}

/** Index of the first candle that `cdlTasukiGap` judges: 2 more than the longest of its settings' periods. */
export const cdlTasukiGapLookback = /* @__PURE__ */ patternLookback(cdlTasukiGapKernel)

/**
 * Tasuki Gap: a candle beyond a gap, and one of the other colour and like size that opens in its body and closes in the gap.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLTASUKIGAP`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlTasukiGap(open, high, low, close)
 */
export const cdlTasukiGap = /* @__PURE__ */ pattern(cdlTasukiGapKernel)

/** The stream form of `cdlTasukiGap`. */
export const createCdlTasukiGap = /* @__PURE__ */ patternStream(cdlTasukiGapKernel)
