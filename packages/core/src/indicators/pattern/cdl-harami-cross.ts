import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, type CandleOptions, isWhite, lowerEnd, upperEnd } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlHaramiCrossKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['bodyLong', 1],
      ['bodyDoji', 0],
    ],
    1,
    (open, _high, _low, close, found, start, end, base, averages) => {
      const bodyLong1 = averages[0]
      const bodyDoji0 = averages[1]
      for (let i = start; i < end; i++) {
        found[i] =
          upperEnd(open, close, i) <= upperEnd(open, close, i - 1) &&
          lowerEnd(open, close, i) >= lowerEnd(open, close, i - 1) &&
          body(open, close, i - 1) > (bodyLong1[i - base] as number) &&
          body(open, close, i) <= (bodyDoji0[i - base] as number)
            ? (isWhite(open, close, i - 1) ? -1 : 1) *
              (upperEnd(open, close, i) < upperEnd(open, close, i - 1) &&
              lowerEnd(open, close, i) > lowerEnd(open, close, i - 1)
                ? 100
                : 80)
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlHaramiCross` judges: 1 more than the longest of its settings' periods. */
export function cdlHaramiCrossLookback(options: CandleOptions = {}): number {
  return cdlHaramiCrossKernel(options).lookback
}

/**
 * Harami Cross Pattern: a doji within the long body before.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish (80 when an end of the bodies only matches), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLHARAMICROSS`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlHaramiCross(open, high, low, close)
 */
export function cdlHaramiCross(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlHaramiCrossKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlHaramiCross`. */
export function createCdlHaramiCross(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlHaramiCrossKernel(options), options)
}
