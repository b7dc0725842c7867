import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, type CandleOptions, isWhite, lowerShadow, upperShadow } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlKickingKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['shadowVeryShort', 1],
      ['shadowVeryShort', 0],
      ['bodyLong', 1],
      ['bodyLong', 0],
    ],
    1,
    (open, high, low, close, found, start, end, base, averages) => {
      const shadowVeryShort1 = averages[0]
      const shadowVeryShort0 = averages[1]
      const bodyLong1 = averages[2]
      const bodyLong0 = averages[3]
      for (let i = start; i < end; i++) {
        found[i] =
          isWhite(open, close, i - 1) !== isWhite(open, close, i) &&
          (isWhite(open, close, i - 1)
            ? (high[i] as number) < (low[i - 1] as number)
            : (low[i] as number) > (high[i - 1] as number)) &&
          body(open, close, i - 1) > (bodyLong1[i - base] as number) &&
          upperShadow(open, high, close, i - 1) < (shadowVeryShort1[i - base] as number) &&
          lowerShadow(open, low, close, i - 1) < (shadowVeryShort1[i - base] as number) &&
          body(open, close, i) > (bodyLong0[i - base] as number) &&
          upperShadow(open, high, close, i) < (shadowVeryShort0[i - base] as number) &&
          lowerShadow(open, low, close, i) < (shadowVeryShort0[i - base] as number)
            ? isWhite(open, close, i)
              ? 100
              : -100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlKicking` judges: 1 more than the longest of its settings' periods. */
export function cdlKickingLookback(options: CandleOptions = {}): number {
  return cdlKickingKernel(options).lookback
}

/**
 * Kicking: two long candles without shadows, of opposite colours, with a gap between.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLKICKING`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlKicking(open, high, low, close)
 */
export function cdlKicking(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlKickingKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlKicking`. */
export function createCdlKicking(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlKickingKernel(options), options)
}
