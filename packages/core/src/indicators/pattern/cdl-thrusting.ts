import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, closeAt, lowAt, openAt } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlThrustingKernel(options: CandleOptions) {
  const equal1 = new Average(options, 'equal', 1)
  const bodyLong1 = new Average(options, 'bodyLong', 1)
  return candleKernel(1, [equal1, bodyLong1], ['bw', { longer: bodyLong1 }], (i) =>
    openAt(i) < lowAt(i - 1) &&
    closeAt(i) > closeAt(i - 1) + equal1.at(i) &&
    closeAt(i) <= closeAt(i - 1) + body(i - 1) * 0.5 &&
    body(i - 1) > bodyLong1.at(i)
      ? -100
      : 0,
  )
}

/** Index of the first candle that `cdlThrusting` judges: 1 more than the longest of its settings' periods. */
export const cdlThrustingLookback = /* @__PURE__ */ patternLookback(cdlThrustingKernel)

/**
 * Thrusting Pattern: a long black candle, and a white one that opens below its low and closes in its body under the middle.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: -100 for the pattern (bearish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLTHRUSTING`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlThrusting(open, high, low, close)
 */
export const cdlThrusting = /* @__PURE__ */ pattern(cdlThrustingKernel)

/** The stream form of `cdlThrusting`. */
export const createCdlThrusting = /* @__PURE__ */ patternStream(cdlThrustingKernel)
