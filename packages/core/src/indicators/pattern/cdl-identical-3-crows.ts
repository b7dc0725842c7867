import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { type CandleOptions, isWhite, lowerShadow } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlIdentical3CrowsKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['shadowVeryShort', 2],
      ['shadowVeryShort', 1],
      ['shadowVeryShort', 0],
      ['equal', 2],
      ['equal', 1],
    ],
    2,
    (open, _high, low, close, found, start, end, base, averages) => {
      const shadowVeryShort2 = averages[0]
      const shadowVeryShort1 = averages[1]
      const shadowVeryShort0 = averages[2]
      const equal2 = averages[3]
      const equal1 = averages[4]
      for (let i = start; i < end; i++) {
        found[i] =
          !isWhite(open, close, i - 2) &&
          !isWhite(open, close, i - 1) &&
          !isWhite(open, close, i) &&
          (close[i - 2] as number) > (close[i - 1] as number) &&
          (close[i - 1] as number) > (close[i] as number) &&
          lowerShadow(open, low, close, i - 2) < (shadowVeryShort2[i - base] as number) &&
          lowerShadow(open, low, close, i - 1) < (shadowVeryShort1[i - base] as number) &&
          lowerShadow(open, low, close, i) < (shadowVeryShort0[i - base] as number) &&
          (open[i - 1] as number) <= (close[i - 2] as number) + (equal2[i - base] as number) &&
          (open[i - 1] as number) >= (close[i - 2] as number) - (equal2[i - base] as number) &&
          (open[i] as number) <= (close[i - 1] as number) + (equal1[i - base] as number) &&
          (open[i] as number) >= (close[i - 1] as number) - (equal1[i - base] as number)
            ? -100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlIdentical3Crows` judges: 2 more than the longest of its settings' periods. */
export function cdlIdentical3CrowsLookback(options: CandleOptions = {}): number {
  return cdlIdentical3CrowsKernel(options).lookback
}

/**
 * Identical Three Crows: three black candles without lower shadows, each opening where the one before closed.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: -100 for the pattern (bearish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLIDENTICAL3CROWS`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlIdentical3Crows(open, high, low, close)
 */
export function cdlIdentical3Crows(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlIdentical3CrowsKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlIdentical3Crows`. */
export function createCdlIdentical3Crows(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlIdentical3CrowsKernel(options), options)
}
