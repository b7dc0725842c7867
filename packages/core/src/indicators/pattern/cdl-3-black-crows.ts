import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { closeAt, highAt, lowerShadow, openAt } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdl3BlackCrowsKernel(options: CandleOptions) {
  const shadowVeryShort2 = new Average(options, 'shadowVeryShort', 2)
  const shadowVeryShort1 = new Average(options, 'shadowVeryShort', 1)
  const shadowVeryShort0 = new Average(options, 'shadowVeryShort', 0)
  return candleKernel(3, [shadowVeryShort2, shadowVeryShort1, shadowVeryShort0], ['wbbb'], (i) =>
    closeAt(i - 2) > closeAt(i - 1) &&
    closeAt(i - 1) > closeAt(i) &&
    openAt(i - 1) < openAt(i - 2) &&
    openAt(i - 1) > closeAt(i - 2) &&
    openAt(i) < openAt(i - 1) &&
    openAt(i) > closeAt(i - 1) &&
    highAt(i - 3) > closeAt(i - 2) &&
    lowerShadow(i - 2) < shadowVeryShort2.at(i) &&
    lowerShadow(i - 1) < shadowVeryShort1.at(i) &&
    lowerShadow(i) < shadowVeryShort0.at(i)
      ? -100
      : 0,
  )
}

/** Index of the first candle that `cdl3BlackCrows` judges: 3 more than the longest of its settings' periods. */
export const cdl3BlackCrowsLookback = /* @__PURE__ */ patternLookback(cdl3BlackCrowsKernel)

/**
 * Three Black Crows: after a white candle, three black ones that each open within the body before and close near their lows.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: -100 for the pattern (bearish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDL3BLACKCROWS`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdl3BlackCrows(open, high, low, close)
 */
export const cdl3BlackCrows = /* @__PURE__ */ pattern(cdl3BlackCrowsKernel)

/** The stream form of `cdl3BlackCrows`. */
export const createCdl3BlackCrows = /* @__PURE__ */ patternStream(cdl3BlackCrowsKernel)
