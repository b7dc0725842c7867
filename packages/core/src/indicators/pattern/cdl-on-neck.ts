import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, closeAt, lowAt, openAt } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlOnNeckKernel(options: CandleOptions) {
  const equal1 = new Average(options, 'equal', 1)
  const bodyLong1 = new Average(options, 'bodyLong', 1)
  return candleKernel(1, [equal1, bodyLong1], ['bw', { longer: bodyLong1 }], (i) =>
    openAt(i) < lowAt(i - 1) &&
    closeAt(i) <= lowAt(i - 1) + equal1.at(i) &&
    closeAt(i) >= lowAt(i - 1) - equal1.at(i) &&
    body(i - 1) > bodyLong1.at(i)
      ? -100
      : 0,
  )
}

/** Index of the first candle that `cdlOnNeck` judges: 1 more than the longest of its settings' periods. */
export const cdlOnNeckLookback = /* @__PURE__ */ patternLookback(cdlOnNeckKernel)

/**
 * On-Neck Pattern: a long black candle, and a white one that opens below its low and closes at its low.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: -100 for the pattern (bearish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLONNECK`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlOnNeck(open, high, low, close)
 */
export const cdlOnNeck = /* @__PURE__ */ pattern(cdlOnNeckKernel)

/** The stream form of `cdlOnNeck`. */
export const createCdlOnNeck = /* @__PURE__ */ patternStream(cdlOnNeckKernel)
