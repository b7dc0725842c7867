import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, highAt, isWhite, lowAt, lowerShadow, upperShadow } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlKickingByLengthKernel(options: CandleOptions) {
  const shadowVeryShort1 = new Average(options, 'shadowVeryShort', 1)
  const shadowVeryShort0 = new Average(options, 'shadowVeryShort', 0)
  const bodyLong1 = new Average(options, 'bodyLong', 1)
  const bodyLong0 = new Average(options, 'bodyLong', 0)
  return candleKernel(
    1,
    [shadowVeryShort1, shadowVeryShort0, bodyLong1, bodyLong0],
    ['xy', { longer: bodyLong1 }, { longer: bodyLong0 }],
    (i) =>
      (isWhite(i - 1) ? highAt(i) < lowAt(i - 1) : lowAt(i) > highAt(i - 1)) &&
      body(i - 1) > bodyLong1.at(i) &&
      upperShadow(i - 1) < shadowVeryShort1.at(i) &&
      lowerShadow(i - 1) < shadowVeryShort1.at(i) &&
      body(i) > bodyLong0.at(i) &&
      upperShadow(i) < shadowVeryShort0.at(i) &&
      lowerShadow(i) < shadowVeryShort0.at(i)
        ? (body(i) > body(i - 1) ? isWhite(i) : isWhite(i - 1))
          ? 100
          : -100
        : 0,
  )
}

/** Index of the first candle that `cdlKickingByLength` judges: 1 more than the longest of its settings' periods. */
export const cdlKickingByLengthLookback = /* @__PURE__ */ patternLookback(cdlKickingByLengthKernel)

/**
 * Kicking - bull/bear determined by the longer marubozu: two long candles without shadows, of opposite colours, with a gap between; the longer one decides.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLKICKINGBYLENGTH`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlKickingByLength(open, high, low, close)
 */
export const cdlKickingByLength = /* @__PURE__ */ pattern(cdlKickingByLengthKernel)

/** The stream form of `cdlKickingByLength`. */
export const createCdlKickingByLength = /* @__PURE__ */ patternStream(cdlKickingByLengthKernel)
