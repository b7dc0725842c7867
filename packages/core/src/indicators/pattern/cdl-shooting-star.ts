import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, bodyGapsUp, type CandleOptions, lowerShadow, upperShadow } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlShootingStarKernel(options: CandleOptions) {
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
          bodyGapsUp(open, close, i, i - 1) &&
          body(open, close, i) < (bodyShort0[i - base] as number) &&
          upperShadow(open, high, close, i) > (shadowLong0[i - base] as number) &&
          lowerShadow(open, low, close, i) < (shadowVeryShort0[i - base] as number)
            ? -100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlShootingStar` judges: 1 more than the longest of its settings' periods. */
export function cdlShootingStarLookback(options: CandleOptions = {}): number {
  return cdlShootingStarKernel(options).lookback
}

/**
 * Shooting Star: a small body gapping up, with a long upper and no lower shadow.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: -100 for the pattern (bearish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLSHOOTINGSTAR`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlShootingStar(open, high, low, close)
 */
export function cdlShootingStar(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlShootingStarKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlShootingStar`. */
export function createCdlShootingStar(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlShootingStarKernel(options), options)
}
