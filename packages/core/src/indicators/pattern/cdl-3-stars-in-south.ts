import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, closeAt, highAt, lowAt, lowerShadow, openAt, upperShadow } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdl3StarsInSouthKernel(options: CandleOptions) {
  const bodyLong2 = new Average(options, 'bodyLong', 2)
  const shadowLong2 = new Average(options, 'shadowLong', 2)
  const shadowVeryShort1 = new Average(options, 'shadowVeryShort', 1)
  const shadowVeryShort0 = new Average(options, 'shadowVeryShort', 0)
  const bodyShort0 = new Average(options, 'bodyShort', 0)
  return candleKernel(
    2,
    [bodyLong2, shadowLong2, shadowVeryShort1, shadowVeryShort0, bodyShort0],
    ['bbb', { longer: bodyLong2 }, { atMost: bodyShort0 }],
    (i) =>
      openAt(i - 1) > closeAt(i - 2) &&
      openAt(i - 1) <= highAt(i - 2) &&
      lowAt(i - 1) < closeAt(i - 2) &&
      lowAt(i - 1) >= lowAt(i - 2) &&
      lowAt(i) > lowAt(i - 1) &&
      highAt(i) < highAt(i - 1) &&
      body(i - 1) < body(i - 2) &&
      body(i - 2) > bodyLong2.at(i) &&
      lowerShadow(i - 2) > shadowLong2.at(i) &&
      lowerShadow(i - 1) > shadowVeryShort1.at(i) &&
      body(i) < bodyShort0.at(i) &&
      lowerShadow(i) < shadowVeryShort0.at(i) &&
      upperShadow(i) < shadowVeryShort0.at(i)
        ? 100
        : 0,
  )
}

/** Index of the first candle that `cdl3StarsInSouth` judges: 2 more than the longest of its settings' periods. */
export const cdl3StarsInSouthLookback = /* @__PURE__ */ patternLookback(cdl3StarsInSouthKernel)

/**
 * Three Stars In The South: three black candles, each smaller and within the range of the one before, the last without shadows.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern (bullish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDL3STARSINSOUTH`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdl3StarsInSouth(open, high, low, close)
 */
export const cdl3StarsInSouth = /* @__PURE__ */ pattern(cdl3StarsInSouthKernel)

/** The stream form of `cdl3StarsInSouth`. */
export const createCdl3StarsInSouth = /* @__PURE__ */ patternStream(cdl3StarsInSouthKernel)
