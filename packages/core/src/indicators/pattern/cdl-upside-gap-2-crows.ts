import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { bodies } from './candle-memory.ts'
import { Average } from './candle-totals.ts'
import { body, bodyGapsUp, closeAt, openAt } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlUpsideGap2CrowsKernel(options: CandleOptions) {
  const bodyLong2 = new Average(options, 'bodyLong', 2)
  const bodyShort1 = new Average(options, 'bodyShort', 1)
  return candleKernel(
    2,
    [bodyLong2, bodyShort1],
    ['wbb', { longer: bodyLong2 }, { atMost: bodyShort1 }],
    (i) =>
      openAt(i) > openAt(i - 1) &&
      closeAt(i) < closeAt(i - 1) &&
      closeAt(i) > closeAt(i - 2) &&
      bodyGapsUp(i - 1, i - 2) &&
      body(i - 2) > bodyLong2.at(i) &&
      body(i - 1) <= bodyShort1.at(i)
        ? -100
        : 0,
    bodies,
  )
}

/** Index of the first candle that `cdlUpsideGap2Crows` judges: 2 more than the longest of its settings' periods. */
export const cdlUpsideGap2CrowsLookback = /* @__PURE__ */ patternLookback(cdlUpsideGap2CrowsKernel)

/**
 * Upside Gap Two Crows: a long white candle, a short black one gapping up, and a black one that engulfs it yet closes above the first.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: -100 for the pattern (bearish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLUPSIDEGAP2CROWS`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlUpsideGap2Crows(open, high, low, close)
 */
export const cdlUpsideGap2Crows = /* @__PURE__ */ pattern(cdlUpsideGap2CrowsKernel)

/** The stream form of `cdlUpsideGap2Crows`. */
export const createCdlUpsideGap2Crows = /* @__PURE__ */ patternStream(cdlUpsideGap2CrowsKernel)
