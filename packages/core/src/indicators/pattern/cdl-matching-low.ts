import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { type CandleOptions, isWhite } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlMatchingLowKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [['equal', 1]],
    1,
    (open, _high, _low, close, found, start, end, base, averages) => {
      const equal1 = averages[0]
      for (let i = start; i < end; i++) {
        found[i] =
          !isWhite(open, close, i - 1) &&
          !isWhite(open, close, i) &&
          (close[i] as number) <= (close[i - 1] as number) + (equal1[i - base] as number) &&
          (close[i] as number) >= (close[i - 1] as number) - (equal1[i - base] as number)
            ? 100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlMatchingLow` judges: 1 more than the longest of its settings' periods. */
export function cdlMatchingLowLookback(options: CandleOptions = {}): number {
  return cdlMatchingLowKernel(options).lookback
}

/**
 * Matching Low: two black candles that close at the same price.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern (bullish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLMATCHINGLOW`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlMatchingLow(open, high, low, close)
 */
export function cdlMatchingLow(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlMatchingLowKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlMatchingLow`. */
export function createCdlMatchingLow(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlMatchingLowKernel(options), options)
}
