import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, type CandleOptions, isWhite } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlUnique3RiverKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['bodyLong', 2],
      ['bodyShort', 0],
    ],
    2,
    (open, _high, low, close, found, start, end, base, averages) => {
      const bodyLong2 = averages[0]
      const bodyShort0 = averages[1]
      for (let i = start; i < end; i++) {
        found[i] =
          !isWhite(open, close, i - 2) &&
          !isWhite(open, close, i - 1) &&
          isWhite(open, close, i) &&
          (close[i - 1] as number) > (close[i - 2] as number) &&
          (open[i - 1] as number) <= (open[i - 2] as number) &&
          (low[i - 1] as number) < (low[i - 2] as number) &&
          (open[i] as number) > (low[i - 1] as number) &&
          body(open, close, i - 2) > (bodyLong2[i - base] as number) &&
          body(open, close, i) < (bodyShort0[i - base] as number)
            ? 100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlUnique3River` judges: 2 more than the longest of its settings' periods. */
export function cdlUnique3RiverLookback(options: CandleOptions = {}): number {
  return cdlUnique3RiverKernel(options).lookback
}

/**
 * Unique 3 River: a long black candle, a black one inside it with a lower low, and a short white one that opens above that low.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern (bullish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLUNIQUE3RIVER`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlUnique3River(open, high, low, close)
 */
export function cdlUnique3River(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlUnique3RiverKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlUnique3River`. */
export function createCdlUnique3River(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlUnique3RiverKernel(options), options)
}
