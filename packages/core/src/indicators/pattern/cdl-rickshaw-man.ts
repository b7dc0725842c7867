import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, type CandleOptions, lowerEnd, lowerShadow, upperEnd, upperShadow } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlRickshawManKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['bodyDoji', 0],
      ['shadowLong', 0],
      ['near', 0],
    ],
    0,
    (open, high, low, close, found, start, end, base, averages) => {
      const bodyDoji0 = averages[0]
      const shadowLong0 = averages[1]
      const near0 = averages[2]
      for (let i = start; i < end; i++) {
        found[i] =
          body(open, close, i) <= (bodyDoji0[i - base] as number) &&
          lowerShadow(open, low, close, i) > (shadowLong0[i - base] as number) &&
          upperShadow(open, high, close, i) > (shadowLong0[i - base] as number) &&
          lowerEnd(open, close, i) <=
            (low[i] as number) +
              ((high[i] as number) - (low[i] as number)) / 2 +
              (near0[i - base] as number) &&
          upperEnd(open, close, i) >=
            (low[i] as number) + ((high[i] as number) - (low[i] as number)) / 2 - (near0[i - base] as number)
            ? 100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlRickshawMan` judges: the longest of its settings' periods. */
export function cdlRickshawManLookback(options: CandleOptions = {}): number {
  return cdlRickshawManKernel(options).lookback
}

/**
 * Rickshaw Man: a doji with two long shadows and its body in the middle of the range.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLRICKSHAWMAN`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlRickshawMan(open, high, low, close)
 */
export function cdlRickshawMan(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlRickshawManKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlRickshawMan`. */
export function createCdlRickshawMan(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlRickshawManKernel(options), options)
}
