import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { bodyGapsDown, type CandleOptions, isWhite, lowerShadow, upperShadow } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlConcealBabysWallKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['shadowVeryShort', 3],
      ['shadowVeryShort', 2],
      ['shadowVeryShort', 1],
    ],
    3,
    (open, high, low, close, found, start, end, base, averages) => {
      const shadowVeryShort3 = averages[0]
      const shadowVeryShort2 = averages[1]
      const shadowVeryShort1 = averages[2]
      for (let i = start; i < end; i++) {
        found[i] =
          !isWhite(open, close, i - 3) &&
          !isWhite(open, close, i - 2) &&
          !isWhite(open, close, i - 1) &&
          !isWhite(open, close, i) &&
          (high[i - 1] as number) > (close[i - 2] as number) &&
          (high[i] as number) > (high[i - 1] as number) &&
          (low[i] as number) < (low[i - 1] as number) &&
          bodyGapsDown(open, close, i - 1, i - 2) &&
          lowerShadow(open, low, close, i - 3) < (shadowVeryShort3[i - base] as number) &&
          upperShadow(open, high, close, i - 3) < (shadowVeryShort3[i - base] as number) &&
          lowerShadow(open, low, close, i - 2) < (shadowVeryShort2[i - base] as number) &&
          upperShadow(open, high, close, i - 2) < (shadowVeryShort2[i - base] as number) &&
          upperShadow(open, high, close, i - 1) > (shadowVeryShort1[i - base] as number)
            ? 100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlConcealBabysWall` judges: 3 more than the longest of its settings' periods. */
export function cdlConcealBabysWallLookback(options: CandleOptions = {}): number {
  return cdlConcealBabysWallKernel(options).lookback
}

/**
 * Concealing Baby Swallow: four black candles: two without shadows, a third that gaps down but reaches up into the second, a fourth that engulfs it.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern (bullish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLCONCEALBABYSWALL`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlConcealBabysWall(open, high, low, close)
 */
export function cdlConcealBabysWall(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlConcealBabysWallKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlConcealBabysWall`. */
export function createCdlConcealBabysWall(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlConcealBabysWallKernel(options), options)
}
