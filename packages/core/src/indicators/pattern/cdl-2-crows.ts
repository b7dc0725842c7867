import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, bodyGapsUp, type CandleOptions, isWhite } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdl2CrowsKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [['bodyLong', 2]],
    2,
    (open, _high, _low, close, found, start, end, base, averages) => {
      const bodyLong2 = averages[0]
      for (let i = start; i < end; i++) {
        found[i] =
          !isWhite(open, close, i) &&
          !isWhite(open, close, i - 1) &&
          isWhite(open, close, i - 2) &&
          (open[i] as number) < (open[i - 1] as number) &&
          (open[i] as number) > (close[i - 1] as number) &&
          (close[i] as number) > (open[i - 2] as number) &&
          (close[i] as number) < (close[i - 2] as number) &&
          bodyGapsUp(open, close, i - 1, i - 2) &&
          body(open, close, i - 2) > (bodyLong2[i - base] as number)
            ? -100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdl2Crows` judges: 2 more than the longest of its settings' periods. */
export function cdl2CrowsLookback(options: CandleOptions = {}): number {
  return cdl2CrowsKernel(options).lookback
}

/**
 * Two Crows: a long white candle, a black one gapping up, and a black one that opens in the second body and closes in the first.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: -100 for the pattern (bearish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDL2CROWS`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdl2Crows(open, high, low, close)
 */
export function cdl2Crows(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdl2CrowsKernel(options), open, high, low, close, options)
}

/** The stream form of `cdl2Crows`. */
export function createCdl2Crows(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdl2CrowsKernel(options), options)
}
