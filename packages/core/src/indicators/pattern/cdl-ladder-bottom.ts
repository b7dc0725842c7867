import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { type CandleOptions, isWhite, upperShadow } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlLadderBottomKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [['shadowVeryShort', 1]],
    4,
    (open, high, _low, close, found, start, end, base, averages) => {
      const shadowVeryShort1 = averages[0]
      for (let i = start; i < end; i++) {
        found[i] =
          isWhite(open, close, i) &&
          !isWhite(open, close, i - 1) &&
          !isWhite(open, close, i - 2) &&
          !isWhite(open, close, i - 3) &&
          !isWhite(open, close, i - 4) &&
          (open[i - 4] as number) > (open[i - 3] as number) &&
          (open[i - 3] as number) > (open[i - 2] as number) &&
          (close[i - 4] as number) > (close[i - 3] as number) &&
          (close[i - 3] as number) > (close[i - 2] as number) &&
          (open[i] as number) > (open[i - 1] as number) &&
          (close[i] as number) > (high[i - 1] as number) &&
          upperShadow(open, high, close, i - 1) > (shadowVeryShort1[i - base] as number)
            ? 100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlLadderBottom` judges: 4 more than the longest of its settings' periods. */
export function cdlLadderBottomLookback(options: CandleOptions = {}): number {
  return cdlLadderBottomKernel(options).lookback
}

/**
 * Ladder Bottom: three black candles with lower opens and closes, a black one with an upper shadow, and a white one above it.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern (bullish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLLADDERBOTTOM`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlLadderBottom(open, high, low, close)
 */
export function cdlLadderBottom(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlLadderBottomKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlLadderBottom`. */
export function createCdlLadderBottom(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlLadderBottomKernel(options), options)
}
