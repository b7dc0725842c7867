import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, type CandleOptions, lowerShadow, upperShadow } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlGravestoneDojiKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['bodyDoji', 0],
      ['shadowVeryShort', 0],
    ],
    0,
    (open, high, low, close, found, start, end, base, averages) => {
      const bodyDoji0 = averages[0]
      const shadowVeryShort0 = averages[1]
      for (let i = start; i < end; i++) {
        found[i] =
          body(open, close, i) <= (bodyDoji0[i - base] as number) &&
          lowerShadow(open, low, close, i) < (shadowVeryShort0[i - base] as number) &&
          upperShadow(open, high, close, i) > (shadowVeryShort0[i - base] as number)
            ? 100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlGravestoneDoji` judges: the longest of its settings' periods. */
export function cdlGravestoneDojiLookback(options: CandleOptions = {}): number {
  return cdlGravestoneDojiKernel(options).lookback
}

/**
 * Gravestone Doji: a doji at the bottom of its range: an upper shadow and no lower one.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLGRAVESTONEDOJI`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlGravestoneDoji(open, high, low, close)
 */
export function cdlGravestoneDoji(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlGravestoneDojiKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlGravestoneDoji`. */
export function createCdlGravestoneDoji(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlGravestoneDojiKernel(options), options)
}
