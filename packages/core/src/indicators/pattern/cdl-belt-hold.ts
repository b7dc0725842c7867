import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, openingShadow, sign } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlBeltHoldKernel(options: CandleOptions) {
  const bodyLong0 = new Average(options, 'bodyLong', 0)
  const shadowVeryShort0 = new Average(options, 'shadowVeryShort', 0)
  return candleKernel(
    0,
    [bodyLong0, shadowVeryShort0],
    [{ longer: bodyLong0 }],
    (i) => sign(i) & -(+(body(i) > bodyLong0.at(i)) & +(openingShadow(i) < shadowVeryShort0.at(i))),
  )
}

/** Index of the first candle that `cdlBeltHold` judges: the longest of its settings' periods. */
export const cdlBeltHoldLookback = /* @__PURE__ */ patternLookback(cdlBeltHoldKernel)

/**
 * Belt-hold: a long body that starts at the end of its range: no lower shadow when white, no upper one when black.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLBELTHOLD`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlBeltHold(open, high, low, close)
 */
export const cdlBeltHold = /* @__PURE__ */ pattern(cdlBeltHoldKernel)

/** The stream form of `cdlBeltHold`. */
export const createCdlBeltHold = /* @__PURE__ */ patternStream(cdlBeltHoldKernel)
