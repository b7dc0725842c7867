import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import type { CandleOptions } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { closeAt, highAt, lowerShadow, openAt } from './candles.ts'

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
export function cdl3BlackCrowsLookback(options: CandleOptions = {}): number {
  return cdl3BlackCrowsKernel(options).lookback
}

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
export function cdl3BlackCrows(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdl3BlackCrowsKernel, open, high, low, close, options)
}

/** The stream form of `cdl3BlackCrows`. */
export function createCdl3BlackCrows(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdl3BlackCrowsKernel(options), options)
}
