import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { type CandleOptions, isWhite } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlStickSandwichKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [['equal', 2]],
    2,
    (open, _high, low, close, found, start, end, base, averages) => {
      const equal2 = averages[0]
      for (let i = start; i < end; i++) {
        found[i] =
          !isWhite(open, close, i - 2) &&
          isWhite(open, close, i - 1) &&
          !isWhite(open, close, i) &&
          (low[i - 1] as number) > (close[i - 2] as number) &&
          (close[i] as number) <= (close[i - 2] as number) + (equal2[i - base] as number) &&
          (close[i] as number) >= (close[i - 2] as number) - (equal2[i - base] as number)
            ? 100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlStickSandwich` judges: 2 more than the longest of its settings' periods. */
export function cdlStickSandwichLookback(options: CandleOptions = {}): number {
  return cdlStickSandwichKernel(options).lookback
}

/**
 * Stick Sandwich: a white candle above the close of the black one before, between two black ones that close at the same price.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern (bullish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLSTICKSANDWICH`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlStickSandwich(open, high, low, close)
 */
export function cdlStickSandwich(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlStickSandwichKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlStickSandwich`. */
export function createCdlStickSandwich(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlStickSandwichKernel(options), options)
}
