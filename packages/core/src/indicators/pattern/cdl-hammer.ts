import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, type CandleOptions, lowerEnd, lowerShadow, upperShadow } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlHammerKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['bodyShort', 0],
      ['shadowLong', 0],
      ['shadowVeryShort', 0],
      ['near', 1],
    ],
    1,
    (open, high, low, close, found, start, end, base, averages) => {
      const bodyShort0 = averages[0]
      const shadowLong0 = averages[1]
      const shadowVeryShort0 = averages[2]
      const near1 = averages[3]
      for (let i = start; i < end; i++) {
        found[i] =
          body(open, close, i) < (bodyShort0[i - base] as number) &&
          lowerShadow(open, low, close, i) > (shadowLong0[i - base] as number) &&
          upperShadow(open, high, close, i) < (shadowVeryShort0[i - base] as number) &&
          lowerEnd(open, close, i) <= (low[i - 1] as number) + (near1[i - base] as number)
            ? 100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlHammer` judges: 1 more than the longest of its settings' periods. */
export function cdlHammerLookback(options: CandleOptions = {}): number {
  return cdlHammerKernel(options).lookback
}

/**
 * Hammer: a small body with a long lower and no upper shadow, near the low of the candle before.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern (bullish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLHAMMER`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlHammer(open, high, low, close)
 */
export function cdlHammer(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlHammerKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlHammer`. */
export function createCdlHammer(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlHammerKernel(options), options)
}
