import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { type CandleOptions, isWhite, lowerEnd, upperEnd } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdl3LineStrikeKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['near', 3],
      ['near', 2],
    ],
    3,
    (open, _high, _low, close, found, start, end, base, averages) => {
      const near3 = averages[0]
      const near2 = averages[1]
      for (let i = start; i < end; i++) {
        found[i] =
          isWhite(open, close, i - 3) === isWhite(open, close, i - 2) &&
          isWhite(open, close, i - 2) === isWhite(open, close, i - 1) &&
          isWhite(open, close, i) !== isWhite(open, close, i - 1) &&
          (isWhite(open, close, i - 1)
            ? (close[i - 1] as number) > (close[i - 2] as number) &&
              (close[i - 2] as number) > (close[i - 3] as number) &&
              (open[i] as number) > (close[i - 1] as number) &&
              (close[i] as number) < (open[i - 3] as number)
            : (close[i - 1] as number) < (close[i - 2] as number) &&
              (close[i - 2] as number) < (close[i - 3] as number) &&
              (open[i] as number) < (close[i - 1] as number) &&
              (close[i] as number) > (open[i - 3] as number)) &&
          (open[i - 2] as number) >= lowerEnd(open, close, i - 3) - (near3[i - base] as number) &&
          (open[i - 2] as number) <= upperEnd(open, close, i - 3) + (near3[i - base] as number) &&
          (open[i - 1] as number) >= lowerEnd(open, close, i - 2) - (near2[i - base] as number) &&
          (open[i - 1] as number) <= upperEnd(open, close, i - 2) + (near2[i - base] as number)
            ? isWhite(open, close, i - 1)
              ? 100
              : -100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdl3LineStrike` judges: 3 more than the longest of its settings' periods. */
export function cdl3LineStrikeLookback(options: CandleOptions = {}): number {
  return cdl3LineStrikeKernel(options).lookback
}

/**
 * Three-Line Strike : three candles of one colour that go on in steps, and a fourth that takes all of it back.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDL3LINESTRIKE`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdl3LineStrike(open, high, low, close)
 */
export function cdl3LineStrike(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdl3LineStrikeKernel(options), open, high, low, close, options)
}

/** The stream form of `cdl3LineStrike`. */
export function createCdl3LineStrike(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdl3LineStrikeKernel(options), options)
}
