import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, openAt, openingShadow, sign } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlSeparatingLinesKernel(options: CandleOptions) {
  const shadowVeryShort0 = new Average(options, 'shadowVeryShort', 0)
  const bodyLong0 = new Average(options, 'bodyLong', 0)
  const equal1 = new Average(options, 'equal', 1)
  return candleKernel(1, [shadowVeryShort0, bodyLong0, equal1], ['xy', { longer: bodyLong0 }], (i) => {
    const equal = equal1.at(i)
    const together = +(openAt(i) <= openAt(i - 1) + equal) & +(openAt(i) >= openAt(i - 1) - equal)
    return together !== 0 && body(i) > bodyLong0.at(i) && openingShadow(i) < shadowVeryShort0.at(i)
      ? sign(i)
      : 0
  })
}

/** Index of the first candle that `cdlSeparatingLines` judges: 1 more than the longest of its settings' periods. */
export const cdlSeparatingLinesLookback = /* @__PURE__ */ patternLookback(cdlSeparatingLinesKernel)

/**
 * Separating Lines: a candle that opens where the one before, of the other colour, did, long and with no shadow behind it.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLSEPARATINGLINES`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlSeparatingLines(open, high, low, close)
 */
export const cdlSeparatingLines = /* @__PURE__ */ pattern(cdlSeparatingLinesKernel)

/** The stream form of `cdlSeparatingLines`. */
export const createCdlSeparatingLines = /* @__PURE__ */ patternStream(cdlSeparatingLinesKernel)
