import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, type CandleOptions, isWhite, upperShadow } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlAdvanceBlockKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['near', 2],
      ['near', 1],
      ['far', 2],
      ['far', 1],
      ['bodyLong', 2],
      ['shadowShort', 2],
      ['shadowShort', 1],
      ['shadowShort', 0],
      ['shadowLong', 0],
    ],
    2,
    (open, high, _low, close, found, start, end, base, averages) => {
      const near2 = averages[0]
      const near1 = averages[1]
      const far2 = averages[2]
      const far1 = averages[3]
      const bodyLong2 = averages[4]
      const shadowShort2 = averages[5]
      const shadowShort1 = averages[6]
      const shadowShort0 = averages[7]
      const shadowLong0 = averages[8]
      for (let i = start; i < end; i++) {
        found[i] =
          isWhite(open, close, i - 2) &&
          isWhite(open, close, i - 1) &&
          isWhite(open, close, i) &&
          (close[i] as number) > (close[i - 1] as number) &&
          (close[i - 1] as number) > (close[i - 2] as number) &&
          (open[i - 1] as number) > (open[i - 2] as number) &&
          (open[i] as number) > (open[i - 1] as number) &&
          (open[i - 1] as number) <= (close[i - 2] as number) + (near2[i - base] as number) &&
          (open[i] as number) <= (close[i - 1] as number) + (near1[i - base] as number) &&
          body(open, close, i - 2) > (bodyLong2[i - base] as number) &&
          upperShadow(open, high, close, i - 2) < (shadowShort2[i - base] as number) &&
          ((body(open, close, i - 1) < body(open, close, i - 2) - (far2[i - base] as number) &&
            body(open, close, i) < body(open, close, i - 1) + (near1[i - base] as number)) ||
            body(open, close, i) < body(open, close, i - 1) - (far1[i - base] as number) ||
            (body(open, close, i) < body(open, close, i - 1) &&
              ((body(open, close, i - 1) < body(open, close, i - 2) &&
                (upperShadow(open, high, close, i) > (shadowShort0[i - base] as number) ||
                  upperShadow(open, high, close, i - 1) > (shadowShort1[i - base] as number))) ||
                upperShadow(open, high, close, i) > (shadowLong0[i - base] as number))))
            ? -100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlAdvanceBlock` judges: 2 more than the longest of its settings' periods. */
export function cdlAdvanceBlockLookback(options: CandleOptions = {}): number {
  return cdlAdvanceBlockKernel(options).lookback
}

/**
 * Advance Block: three white candles with higher closes whose advance weakens: shrinking bodies or growing upper shadows.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: -100 for the pattern (bearish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLADVANCEBLOCK`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlAdvanceBlock(open, high, low, close)
 */
export function cdlAdvanceBlock(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlAdvanceBlockKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlAdvanceBlock`. */
export function createCdlAdvanceBlock(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlAdvanceBlockKernel(options), options)
}
