import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, bodyGapsDown, bodyGapsUp, type CandleOptions, isWhite, lowerEnd, upperEnd } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlTasukiGapKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [['near', 1]],
    2,
    (open, _high, _low, close, found, start, end, base, averages) => {
      const near1 = averages[0]
      for (let i = start; i < end; i++) {
        found[i] =
          isWhite(open, close, i - 1) !== isWhite(open, close, i) &&
          (isWhite(open, close, i - 1)
            ? (open[i] as number) < (close[i - 1] as number) &&
              (open[i] as number) > (open[i - 1] as number) &&
              (close[i] as number) < (open[i - 1] as number) &&
              (close[i] as number) > upperEnd(open, close, i - 2) &&
              bodyGapsUp(open, close, i - 1, i - 2)
            : (open[i] as number) < (open[i - 1] as number) &&
              (open[i] as number) > (close[i - 1] as number) &&
              (close[i] as number) > (open[i - 1] as number) &&
              (close[i] as number) < lowerEnd(open, close, i - 2) &&
              bodyGapsDown(open, close, i - 1, i - 2)) &&
          Math.abs(body(open, close, i - 1) - body(open, close, i)) < (near1[i - base] as number)
            ? isWhite(open, close, i - 1)
              ? 100
              : -100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlTasukiGap` judges: 2 more than the longest of its settings' periods. */
export function cdlTasukiGapLookback(options: CandleOptions = {}): number {
  return cdlTasukiGapKernel(options).lookback
}

/**
 * Tasuki Gap: a candle beyond a gap, and one of the other colour and like size that opens in its body and closes in the gap.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLTASUKIGAP`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlTasukiGap(open, high, low, close)
 */
export function cdlTasukiGap(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlTasukiGapKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlTasukiGap`. */
export function createCdlTasukiGap(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlTasukiGapKernel(options), options)
}
