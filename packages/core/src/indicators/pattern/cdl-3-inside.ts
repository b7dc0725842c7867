import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import type { CandleOptions } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, closeAt, isWhite, lowerEnd, openAt, sign, upperEnd } from './candles.ts'

/** The loop with its parameters bound. */
export function cdl3InsideKernel(options: CandleOptions) {
  const bodyLong2 = new Average(options, 'bodyLong', 2)
  const bodyShort1 = new Average(options, 'bodyShort', 1)
  return candleKernel(
    2,
    [bodyLong2, bodyShort1],
    ['x?y', { longer: bodyLong2 }, { atMost: bodyShort1 }],
    (i) =>
      upperEnd(i - 1) < upperEnd(i - 2) &&
      lowerEnd(i - 1) > lowerEnd(i - 2) &&
      (isWhite(i - 2) ? closeAt(i) < openAt(i - 2) : closeAt(i) > openAt(i - 2)) &&
      body(i - 2) > bodyLong2.at(i) &&
      body(i - 1) <= bodyShort1.at(i)
        ? -sign(i - 2)
        : 0,
  )
}

/** Index of the first candle that `cdl3Inside` judges: 2 more than the longest of its settings' periods. */
export function cdl3InsideLookback(options: CandleOptions = {}): number {
  return cdl3InsideKernel(options).lookback
}

/**
 * Three Inside Up/Down: a long candle, a short one within its body, and one of the other colour that closes beyond the first open.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDL3INSIDE`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdl3Inside(open, high, low, close)
 */
export function cdl3Inside(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdl3InsideKernel, open, high, low, close, options)
}

/** The stream form of `cdl3Inside`. */
export function createCdl3Inside(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdl3InsideKernel(options), options)
}
