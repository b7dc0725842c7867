import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, type CandleOptions, isWhite, lowerEnd, upperEnd } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlRiseFall3MethodsKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['bodyLong', 4],
      ['bodyShort', 3],
      ['bodyShort', 2],
      ['bodyShort', 1],
      ['bodyLong', 0],
    ],
    4,
    (open, high, low, close, found, start, end, base, averages) => {
      const bodyLong4 = averages[0]
      const bodyShort3 = averages[1]
      const bodyShort2 = averages[2]
      const bodyShort1 = averages[3]
      const bodyLong0 = averages[4]
      for (let i = start; i < end; i++) {
        found[i] =
          isWhite(open, close, i - 4) !== isWhite(open, close, i - 3) &&
          isWhite(open, close, i - 3) === isWhite(open, close, i - 2) &&
          isWhite(open, close, i - 2) === isWhite(open, close, i - 1) &&
          isWhite(open, close, i - 1) !== isWhite(open, close, i) &&
          (isWhite(open, close, i - 4)
            ? (close[i - 2] as number) < (close[i - 3] as number) &&
              (close[i - 1] as number) < (close[i - 2] as number) &&
              (open[i] as number) > (close[i - 1] as number) &&
              (close[i] as number) > (close[i - 4] as number)
            : (close[i - 2] as number) > (close[i - 3] as number) &&
              (close[i - 1] as number) > (close[i - 2] as number) &&
              (open[i] as number) < (close[i - 1] as number) &&
              (close[i] as number) < (close[i - 4] as number)) &&
          lowerEnd(open, close, i - 3) < (high[i - 4] as number) &&
          upperEnd(open, close, i - 3) > (low[i - 4] as number) &&
          lowerEnd(open, close, i - 2) < (high[i - 4] as number) &&
          upperEnd(open, close, i - 2) > (low[i - 4] as number) &&
          lowerEnd(open, close, i - 1) < (high[i - 4] as number) &&
          upperEnd(open, close, i - 1) > (low[i - 4] as number) &&
          body(open, close, i - 4) > (bodyLong4[i - base] as number) &&
          body(open, close, i - 3) < (bodyShort3[i - base] as number) &&
          body(open, close, i - 2) < (bodyShort2[i - base] as number) &&
          body(open, close, i - 1) < (bodyShort1[i - base] as number) &&
          body(open, close, i) > (bodyLong0[i - base] as number)
            ? isWhite(open, close, i - 4)
              ? 100
              : -100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlRiseFall3Methods` judges: 4 more than the longest of its settings' periods. */
export function cdlRiseFall3MethodsLookback(options: CandleOptions = {}): number {
  return cdlRiseFall3MethodsKernel(options).lookback
}

/**
 * Rising/Falling Three Methods: a long candle, three small ones of the other colour within its range, and a long one that goes on beyond it.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLRISEFALL3METHODS`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlRiseFall3Methods(open, high, low, close)
 */
export function cdlRiseFall3Methods(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlRiseFall3MethodsKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlRiseFall3Methods`. */
export function createCdlRiseFall3Methods(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlRiseFall3MethodsKernel(options), options)
}
