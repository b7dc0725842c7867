import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, type CandleOptions, isWhite, lowerEnd, upperEnd } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlHaramiKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['bodyLong', 1],
      ['bodyShort', 0],
    ],
    1,
    (open, _high, _low, close, found, start, end, base, averages) => {
      const bodyLong1 = averages[0]
      const bodyShort0 = averages[1]
      for (let i = start; i < end; i++) {
        found[i] =
          upperEnd(open, close, i) <= upperEnd(open, close, i - 1) &&
          lowerEnd(open, close, i) >= lowerEnd(open, close, i - 1) &&
          body(open, close, i - 1) > (bodyLong1[i - base] as number) &&
          body(open, close, i) <= (bodyShort0[i - base] as number)
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

/** Index of the first candle that `cdlHarami` judges: 1 more than the longest of its settings' periods. */
export function cdlHaramiLookback(options: CandleOptions = {}): number {
  return cdlHaramiKernel(options).lookback
}

/**
 * Harami Pattern: a short body within the long body before.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish (80 when an end of the bodies only matches), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLHARAMI`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlHarami(open, high, low, close)
 */
export function cdlHarami(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlHaramiKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlHarami`. */
export function createCdlHarami(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlHaramiKernel(options), options)
}
