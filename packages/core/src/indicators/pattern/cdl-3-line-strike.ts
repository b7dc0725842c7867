import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { closeAt, isWhite, lowerEnd, openAt, sign, upperEnd } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdl3LineStrikeKernel(options: CandleOptions) {
  const near3 = new Average(options, 'near', 3)
  const near2 = new Average(options, 'near', 2)
  return candleKernel(3, [near3, near2], ['xxxy'], (i) =>
    (isWhite(i - 1)
      ? closeAt(i - 1) > closeAt(i - 2) &&
        closeAt(i - 2) > closeAt(i - 3) &&
        openAt(i) > closeAt(i - 1) &&
        closeAt(i) < openAt(i - 3)
      : closeAt(i - 1) < closeAt(i - 2) &&
        closeAt(i - 2) < closeAt(i - 3) &&
        openAt(i) < closeAt(i - 1) &&
        closeAt(i) > openAt(i - 3)) &&
    openAt(i - 2) >= lowerEnd(i - 3) - near3.at(i) &&
    openAt(i - 2) <= upperEnd(i - 3) + near3.at(i) &&
    openAt(i - 1) >= lowerEnd(i - 2) - near2.at(i) &&
    openAt(i - 1) <= upperEnd(i - 2) + near2.at(i)
      ? sign(i - 1)
      : 0,
  )
}

/** Index of the first candle that `cdl3LineStrike` judges: 3 more than the longest of its settings' periods. */
export const cdl3LineStrikeLookback = /* @__PURE__ */ patternLookback(cdl3LineStrikeKernel)

/**
 * Three-Line Strike : three candles of one colour that go on in steps, and a fourth that takes all of it back.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDL3LINESTRIKE`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdl3LineStrike(open, high, low, close)
 */
export const cdl3LineStrike = /* @__PURE__ */ pattern(cdl3LineStrikeKernel)

/** The stream form of `cdl3LineStrike`. */
export const createCdl3LineStrike = /* @__PURE__ */ patternStream(cdl3LineStrikeKernel)
