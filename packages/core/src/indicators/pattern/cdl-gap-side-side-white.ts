import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, bodyGapsDown, bodyGapsUp, type CandleOptions, isWhite } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlGapSideSideWhiteKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['near', 1],
      ['equal', 1],
    ],
    2,
    (open, _high, _low, close, found, start, end, base, averages) => {
      const near1 = averages[0]
      const equal1 = averages[1]
      for (let i = start; i < end; i++) {
        found[i] =
          isWhite(open, close, i - 1) &&
          isWhite(open, close, i) &&
          ((bodyGapsUp(open, close, i - 1, i - 2) && bodyGapsUp(open, close, i, i - 2)) ||
            (bodyGapsDown(open, close, i - 1, i - 2) && bodyGapsDown(open, close, i, i - 2))) &&
          body(open, close, i) >= body(open, close, i - 1) - (near1[i - base] as number) &&
          body(open, close, i) <= body(open, close, i - 1) + (near1[i - base] as number) &&
          (open[i] as number) >= (open[i - 1] as number) - (equal1[i - base] as number) &&
          (open[i] as number) <= (open[i - 1] as number) + (equal1[i - base] as number)
            ? bodyGapsUp(open, close, i - 1, i - 2)
              ? 100
              : -100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlGapSideSideWhite` judges: 2 more than the longest of its settings' periods. */
export function cdlGapSideSideWhiteLookback(options: CandleOptions = {}): number {
  return cdlGapSideSideWhiteKernel(options).lookback
}

/**
 * Up/Down-gap side-by-side white lines: two white candles of like size and open, side by side beyond a gap.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 after a gap up, -100 after a gap down, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLGAPSIDESIDEWHITE`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlGapSideSideWhite(open, high, low, close)
 */
export function cdlGapSideSideWhite(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlGapSideSideWhiteKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlGapSideSideWhite`. */
export function createCdlGapSideSideWhite(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlGapSideSideWhiteKernel(options), options)
}
