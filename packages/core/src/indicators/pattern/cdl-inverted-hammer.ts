import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, bodyGapsDown, type CandleOptions, lowerShadow, upperShadow } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlInvertedHammerKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['bodyShort', 0],
      ['shadowLong', 0],
      ['shadowVeryShort', 0],
    ],
    1,
    (open, high, low, close, found, start, end, base, averages) => {
      const bodyShort0 = averages[0]
      const shadowLong0 = averages[1]
      const shadowVeryShort0 = averages[2]
      for (let i = start; i < end; i++) {
        found[i] =
          bodyGapsDown(open, close, i, i - 1) &&
          body(open, close, i) < (bodyShort0[i - base] as number) &&
          upperShadow(open, high, close, i) > (shadowLong0[i - base] as number) &&
          lowerShadow(open, low, close, i) < (shadowVeryShort0[i - base] as number)
            ? 100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlInvertedHammer` judges: 1 more than the longest of its settings' periods. */
export function cdlInvertedHammerLookback(options: CandleOptions = {}): number {
  return cdlInvertedHammerKernel(options).lookback
}

/**
 * Inverted Hammer: a small body gapping down, with a long upper and no lower shadow.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern (bullish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLINVERTEDHAMMER`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlInvertedHammer(open, high, low, close)
 */
export function cdlInvertedHammer(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlInvertedHammerKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlInvertedHammer`. */
export function createCdlInvertedHammer(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlInvertedHammerKernel(options), options)
}
