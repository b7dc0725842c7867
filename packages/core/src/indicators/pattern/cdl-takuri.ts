import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, type CandleOptions, lowerShadow, upperShadow } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlTakuriKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['bodyDoji', 0],
      ['shadowVeryShort', 0],
      ['shadowVeryLong', 0],
    ],
    0,
    (open, high, low, close, found, start, end, base, averages) => {
      const bodyDoji0 = averages[0]
      const shadowVeryShort0 = averages[1]
      const shadowVeryLong0 = averages[2]
      for (let i = start; i < end; i++) {
        found[i] =
          body(open, close, i) <= (bodyDoji0[i - base] as number) &&
          upperShadow(open, high, close, i) < (shadowVeryShort0[i - base] as number) &&
          lowerShadow(open, low, close, i) > (shadowVeryLong0[i - base] as number)
            ? 100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlTakuri` judges: the longest of its settings' periods. */
export function cdlTakuriLookback(options: CandleOptions = {}): number {
  return cdlTakuriKernel(options).lookback
}

/**
 * Takuri (Dragonfly Doji with very long lower shadow): a dragonfly doji with a very long lower shadow.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLTAKURI`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlTakuri(open, high, low, close)
 */
export function cdlTakuri(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlTakuriKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlTakuri`. */
export function createCdlTakuri(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlTakuriKernel(options), options)
}
