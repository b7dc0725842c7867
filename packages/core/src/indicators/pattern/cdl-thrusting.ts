import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, type CandleOptions, isWhite } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlThrustingKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['equal', 1],
      ['bodyLong', 1],
    ],
    1,
    (open, _high, low, close, found, start, end, base, averages) => {
      const equal1 = averages[0]
      const bodyLong1 = averages[1]
      for (let i = start; i < end; i++) {
        found[i] =
          !isWhite(open, close, i - 1) &&
          isWhite(open, close, i) &&
          (open[i] as number) < (low[i - 1] as number) &&
          (close[i] as number) > (close[i - 1] as number) + (equal1[i - base] as number) &&
          (close[i] as number) <= (close[i - 1] as number) + body(open, close, i - 1) * 0.5 &&
          body(open, close, i - 1) > (bodyLong1[i - base] as number)
            ? -100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlThrusting` judges: 1 more than the longest of its settings' periods. */
export function cdlThrustingLookback(options: CandleOptions = {}): number {
  return cdlThrustingKernel(options).lookback
}

/**
 * Thrusting Pattern: a long black candle, and a white one that opens below its low and closes in its body under the middle.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: -100 for the pattern (bearish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLTHRUSTING`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlThrusting(open, high, low, close)
 */
export function cdlThrusting(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlThrustingKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlThrusting`. */
export function createCdlThrusting(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlThrustingKernel(options), options)
}
