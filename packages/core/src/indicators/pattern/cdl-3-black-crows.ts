import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { type CandleOptions, isWhite, lowerShadow } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdl3BlackCrowsKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['shadowVeryShort', 2],
      ['shadowVeryShort', 1],
      ['shadowVeryShort', 0],
    ],
    3,
    (open, high, low, close, found, start, end, base, averages) => {
      const shadowVeryShort2 = averages[0]
      const shadowVeryShort1 = averages[1]
      const shadowVeryShort0 = averages[2]
      for (let i = start; i < end; i++) {
        found[i] =
          !isWhite(open, close, i) &&
          !isWhite(open, close, i - 1) &&
          !isWhite(open, close, i - 2) &&
          isWhite(open, close, i - 3) &&
          (close[i - 2] as number) > (close[i - 1] as number) &&
          (close[i - 1] as number) > (close[i] as number) &&
          (open[i - 1] as number) < (open[i - 2] as number) &&
          (open[i - 1] as number) > (close[i - 2] as number) &&
          (open[i] as number) < (open[i - 1] as number) &&
          (open[i] as number) > (close[i - 1] as number) &&
          (high[i - 3] as number) > (close[i - 2] as number) &&
          lowerShadow(open, low, close, i - 2) < (shadowVeryShort2[i - base] as number) &&
          lowerShadow(open, low, close, i - 1) < (shadowVeryShort1[i - base] as number) &&
          lowerShadow(open, low, close, i) < (shadowVeryShort0[i - base] as number)
            ? -100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdl3BlackCrows` judges: 3 more than the longest of its settings' periods. */
export function cdl3BlackCrowsLookback(options: CandleOptions = {}): number {
  return cdl3BlackCrowsKernel(options).lookback
}

/**
 * Three Black Crows: after a white candle, three black ones that each open within the body before and close near their lows.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: -100 for the pattern (bearish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDL3BLACKCROWS`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdl3BlackCrows(open, high, low, close)
 */
export function cdl3BlackCrows(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdl3BlackCrowsKernel(options), open, high, low, close, options)
}

/** The stream form of `cdl3BlackCrows`. */
export function createCdl3BlackCrows(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdl3BlackCrowsKernel(options), options)
}
