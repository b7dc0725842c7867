import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, type CandleOptions, isWhite } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlPiercingKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['bodyLong', 1],
      ['bodyLong', 0],
    ],
    1,
    (open, _high, low, close, found, start, end, base, averages) => {
      const bodyLong1 = averages[0]
      const bodyLong0 = averages[1]
      for (let i = start; i < end; i++) {
        found[i] =
          !isWhite(open, close, i - 1) &&
          isWhite(open, close, i) &&
          (open[i] as number) < (low[i - 1] as number) &&
          (close[i] as number) < (open[i - 1] as number) &&
          (close[i] as number) > (close[i - 1] as number) + body(open, close, i - 1) * 0.5 &&
          body(open, close, i - 1) > (bodyLong1[i - base] as number) &&
          body(open, close, i) > (bodyLong0[i - base] as number)
            ? 100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlPiercing` judges: 1 more than the longest of its settings' periods. */
export function cdlPiercingLookback(options: CandleOptions = {}): number {
  return cdlPiercingKernel(options).lookback
}

/**
 * Piercing Pattern: a long black candle, and a long white one that opens below its low and closes above the middle of its body.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern (bullish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLPIERCING`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlPiercing(open, high, low, close)
 */
export function cdlPiercing(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlPiercingKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlPiercing`. */
export function createCdlPiercing(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlPiercingKernel(options), options)
}
