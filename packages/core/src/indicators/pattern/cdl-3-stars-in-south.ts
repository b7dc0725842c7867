import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, type CandleOptions, isWhite, lowerShadow, upperShadow } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdl3StarsInSouthKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['bodyLong', 2],
      ['shadowLong', 2],
      ['shadowVeryShort', 1],
      ['shadowVeryShort', 0],
      ['bodyShort', 0],
    ],
    2,
    (open, high, low, close, found, start, end, base, averages) => {
      const bodyLong2 = averages[0]
      const shadowLong2 = averages[1]
      const shadowVeryShort1 = averages[2]
      const shadowVeryShort0 = averages[3]
      const bodyShort0 = averages[4]
      for (let i = start; i < end; i++) {
        found[i] =
          !isWhite(open, close, i - 2) &&
          !isWhite(open, close, i - 1) &&
          !isWhite(open, close, i) &&
          (open[i - 1] as number) > (close[i - 2] as number) &&
          (open[i - 1] as number) <= (high[i - 2] as number) &&
          (low[i - 1] as number) < (close[i - 2] as number) &&
          (low[i - 1] as number) >= (low[i - 2] as number) &&
          (low[i] as number) > (low[i - 1] as number) &&
          (high[i] as number) < (high[i - 1] as number) &&
          body(open, close, i - 1) < body(open, close, i - 2) &&
          body(open, close, i - 2) > (bodyLong2[i - base] as number) &&
          lowerShadow(open, low, close, i - 2) > (shadowLong2[i - base] as number) &&
          lowerShadow(open, low, close, i - 1) > (shadowVeryShort1[i - base] as number) &&
          body(open, close, i) < (bodyShort0[i - base] as number) &&
          lowerShadow(open, low, close, i) < (shadowVeryShort0[i - base] as number) &&
          upperShadow(open, high, close, i) < (shadowVeryShort0[i - base] as number)
            ? 100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdl3StarsInSouth` judges: 2 more than the longest of its settings' periods. */
export function cdl3StarsInSouthLookback(options: CandleOptions = {}): number {
  return cdl3StarsInSouthKernel(options).lookback
}

/**
 * Three Stars In The South: three black candles, each smaller and within the range of the one before, the last without shadows.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern (bullish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDL3STARSINSOUTH`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdl3StarsInSouth(open, high, low, close)
 */
export function cdl3StarsInSouth(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdl3StarsInSouthKernel(options), open, high, low, close, options)
}

/** The stream form of `cdl3StarsInSouth`. */
export function createCdl3StarsInSouth(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdl3StarsInSouthKernel(options), options)
}
