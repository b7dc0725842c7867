import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, bodyGapsDown, bodyGapsUp, type CandleOptions, lowerEnd, upperEnd } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlTristarKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [['bodyDoji', 2]],
    2,
    (open, _high, _low, close, found, start, end, base, averages) => {
      const bodyDoji2 = averages[0]
      for (let i = start; i < end; i++) {
        found[i] =
          body(open, close, i - 2) <= (bodyDoji2[i - base] as number) &&
          body(open, close, i - 1) <= (bodyDoji2[i - base] as number) &&
          body(open, close, i) <= (bodyDoji2[i - base] as number)
            ? bodyGapsDown(open, close, i - 1, i - 2) &&
              lowerEnd(open, close, i) > lowerEnd(open, close, i - 1)
              ? 100
              : bodyGapsUp(open, close, i - 1, i - 2) &&
                  upperEnd(open, close, i) < upperEnd(open, close, i - 1)
                ? -100
                : 0
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlTristar` judges: 2 more than the longest of its settings' periods. */
export function cdlTristarLookback(options: CandleOptions = {}): number {
  return cdlTristarKernel(options).lookback
}

/**
 * Tristar Pattern: three doji, the middle one apart from the first and ahead of the third.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLTRISTAR`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlTristar(open, high, low, close)
 */
export function cdlTristar(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlTristarKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlTristar`. */
export function createCdlTristar(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlTristarKernel(options), options)
}
