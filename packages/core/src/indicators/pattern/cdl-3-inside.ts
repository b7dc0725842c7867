import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, type CandleOptions, isWhite, lowerEnd, upperEnd } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdl3InsideKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['bodyLong', 2],
      ['bodyShort', 1],
    ],
    2,
    (open, _high, _low, close, found, start, end, base, averages) => {
      const bodyLong2 = averages[0]
      const bodyShort1 = averages[1]
      for (let i = start; i < end; i++) {
        found[i] =
          isWhite(open, close, i - 2) !== isWhite(open, close, i) &&
          upperEnd(open, close, i - 1) < upperEnd(open, close, i - 2) &&
          lowerEnd(open, close, i - 1) > lowerEnd(open, close, i - 2) &&
          (isWhite(open, close, i - 2)
            ? (close[i] as number) < (open[i - 2] as number)
            : (close[i] as number) > (open[i - 2] as number)) &&
          body(open, close, i - 2) > (bodyLong2[i - base] as number) &&
          body(open, close, i - 1) <= (bodyShort1[i - base] as number)
            ? isWhite(open, close, i - 2)
              ? -100
              : 100
            : 0
      }
    },
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
  return computePattern(cdl3InsideKernel(options), open, high, low, close, options)
}

/** The stream form of `cdl3Inside`. */
export function createCdl3Inside(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdl3InsideKernel(options), options)
}
