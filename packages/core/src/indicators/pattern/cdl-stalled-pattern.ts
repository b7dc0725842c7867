import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, type CandleOptions, isWhite, upperShadow } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlStalledPatternKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['bodyLong', 2],
      ['bodyLong', 1],
      ['bodyShort', 0],
      ['shadowVeryShort', 1],
      ['near', 2],
      ['near', 1],
    ],
    2,
    (open, high, _low, close, found, start, end, base, averages) => {
      const bodyLong2 = averages[0]
      const bodyLong1 = averages[1]
      const bodyShort0 = averages[2]
      const shadowVeryShort1 = averages[3]
      const near2 = averages[4]
      const near1 = averages[5]
      for (let i = start; i < end; i++) {
        found[i] =
          isWhite(open, close, i - 2) &&
          isWhite(open, close, i - 1) &&
          isWhite(open, close, i) &&
          (close[i] as number) > (close[i - 1] as number) &&
          (close[i - 1] as number) > (close[i - 2] as number) &&
          (open[i - 1] as number) > (open[i - 2] as number) &&
          (open[i - 1] as number) <= (close[i - 2] as number) + (near2[i - base] as number) &&
          body(open, close, i - 2) > (bodyLong2[i - base] as number) &&
          body(open, close, i - 1) > (bodyLong1[i - base] as number) &&
          upperShadow(open, high, close, i - 1) < (shadowVeryShort1[i - base] as number) &&
          body(open, close, i) < (bodyShort0[i - base] as number) &&
          (open[i] as number) >= (close[i - 1] as number) - body(open, close, i) - (near1[i - base] as number)
            ? -100
            : 0
      }
    },
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
  return computePattern(cdlStalledPatternKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlStalledPattern`. */
export function createCdlStalledPattern(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlStalledPatternKernel(options), options)
}
