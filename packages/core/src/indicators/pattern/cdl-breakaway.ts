import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, bodyGapsDown, bodyGapsUp, type CandleOptions, isWhite } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlBreakawayKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [['bodyLong', 4]],
    4,
    (open, high, low, close, found, start, end, base, averages) => {
      const bodyLong4 = averages[0]
      for (let i = start; i < end; i++) {
        found[i] =
          isWhite(open, close, i - 4) === isWhite(open, close, i - 3) &&
          isWhite(open, close, i - 3) === isWhite(open, close, i - 1) &&
          isWhite(open, close, i - 1) !== isWhite(open, close, i) &&
          (isWhite(open, close, i - 4)
            ? (high[i - 2] as number) > (high[i - 3] as number) &&
              (low[i - 2] as number) > (low[i - 3] as number) &&
              (high[i - 1] as number) > (high[i - 2] as number) &&
              (low[i - 1] as number) > (low[i - 2] as number) &&
              (close[i] as number) < (open[i - 3] as number) &&
              (close[i] as number) > (close[i - 4] as number) &&
              bodyGapsUp(open, close, i - 3, i - 4)
            : (high[i - 2] as number) < (high[i - 3] as number) &&
              (low[i - 2] as number) < (low[i - 3] as number) &&
              (high[i - 1] as number) < (high[i - 2] as number) &&
              (low[i - 1] as number) < (low[i - 2] as number) &&
              (close[i] as number) > (open[i - 3] as number) &&
              (close[i] as number) < (close[i - 4] as number) &&
              bodyGapsDown(open, close, i - 3, i - 4)) &&
          body(open, close, i - 4) > (bodyLong4[i - base] as number)
            ? isWhite(open, close, i)
              ? 100
              : -100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlBreakaway` judges: 4 more than the longest of its settings' periods. */
export function cdlBreakawayLookback(options: CandleOptions = {}): number {
  return cdlBreakawayKernel(options).lookback
}

/**
 * Breakaway: a long candle, a gap on, two more candles the same way, and a fifth that closes back inside the gap.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLBREAKAWAY`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlBreakaway(open, high, low, close)
 */
export function cdlBreakaway(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlBreakawayKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlBreakaway`. */
export function createCdlBreakaway(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlBreakawayKernel(options), options)
}
