import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, type CandleOptions, isWhite } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlHomingPigeonKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['bodyLong', 1],
      ['bodyShort', 0],
    ],
    1,
    (open, _high, _low, close, found, start, end, base, averages) => {
      const bodyLong1 = averages[0]
      const bodyShort0 = averages[1]
      for (let i = start; i < end; i++) {
        found[i] =
          !isWhite(open, close, i - 1) &&
          !isWhite(open, close, i) &&
          (open[i] as number) < (open[i - 1] as number) &&
          (close[i] as number) > (close[i - 1] as number) &&
          body(open, close, i - 1) > (bodyLong1[i - base] as number) &&
          body(open, close, i) <= (bodyShort0[i - base] as number)
            ? 100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlHomingPigeon` judges: 1 more than the longest of its settings' periods. */
export function cdlHomingPigeonLookback(options: CandleOptions = {}): number {
  return cdlHomingPigeonKernel(options).lookback
}

/**
 * Homing Pigeon: a short black body within the long black body before.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern (bullish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLHOMINGPIGEON`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlHomingPigeon(open, high, low, close)
 */
export function cdlHomingPigeon(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlHomingPigeonKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlHomingPigeon`. */
export function createCdlHomingPigeon(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlHomingPigeonKernel(options), options)
}
