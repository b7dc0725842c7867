import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import type { CandleOptions } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, closeAt, openAt, upperShadow } from './candles.ts'

/** The loop with its parameters bound. */
export function cdlStalledPatternKernel(options: CandleOptions) {
  const bodyLong2 = new Average(options, 'bodyLong', 2)
  const bodyLong1 = new Average(options, 'bodyLong', 1)
  const bodyShort0 = new Average(options, 'bodyShort', 0)
  const shadowVeryShort1 = new Average(options, 'shadowVeryShort', 1)
  const near2 = new Average(options, 'near', 2)
  const near1 = new Average(options, 'near', 1)
  return candleKernel(
    2,
    [bodyLong2, bodyLong1, bodyShort0, shadowVeryShort1, near2, near1],
    ['www', { longer: bodyLong2 }, { longer: bodyLong1 }, { atMost: bodyShort0 }],
    (i) =>
      closeAt(i) > closeAt(i - 1) &&
      closeAt(i - 1) > closeAt(i - 2) &&
      openAt(i - 1) > openAt(i - 2) &&
      openAt(i - 1) <= closeAt(i - 2) + near2.at(i) &&
      body(i - 2) > bodyLong2.at(i) &&
      body(i - 1) > bodyLong1.at(i) &&
      upperShadow(i - 1) < shadowVeryShort1.at(i) &&
      body(i) < bodyShort0.at(i) &&
      openAt(i) >= closeAt(i - 1) - body(i) - near1.at(i)
        ? -100
        : 0,
  )
}

/** Index of the first candle that `cdlStalledPattern` judges: 2 more than the longest of its settings' periods. */
export function cdlStalledPatternLookback(options: CandleOptions = {}): number {
  return cdlStalledPatternKernel(options).lookback
}

/**
 * Stalled Pattern: two long white candles, and a small one that rides on the shoulder of the second.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: -100 for the pattern (bearish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLSTALLEDPATTERN`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlStalledPattern(open, high, low, close)
 */
export function cdlStalledPattern(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlStalledPatternKernel, open, high, low, close, options)
}

/** The stream form of `cdlStalledPattern`. */
export function createCdlStalledPattern(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlStalledPatternKernel(options), options)
}
