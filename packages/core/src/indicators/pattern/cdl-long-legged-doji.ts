import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, type CandleOptions, lowerShadow, upperShadow } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlLongLeggedDojiKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['bodyDoji', 0],
      ['shadowLong', 0],
    ],
    0,
    (open, high, low, close, found, start, end, base, averages) => {
      const bodyDoji0 = averages[0]
      const shadowLong0 = averages[1]
      for (let i = start; i < end; i++) {
        found[i] =
          body(open, close, i) <= (bodyDoji0[i - base] as number) &&
          (lowerShadow(open, low, close, i) > (shadowLong0[i - base] as number) ||
            upperShadow(open, high, close, i) > (shadowLong0[i - base] as number))
            ? 100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlLongLeggedDoji` judges: the longest of its settings' periods. */
export function cdlLongLeggedDojiLookback(options: CandleOptions = {}): number {
  return cdlLongLeggedDojiKernel(options).lookback
}

/**
 * Long Legged Doji: a doji with a long shadow.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLLONGLEGGEDDOJI`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlLongLeggedDoji(open, high, low, close)
 */
export function cdlLongLeggedDoji(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlLongLeggedDojiKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlLongLeggedDoji`. */
export function createCdlLongLeggedDoji(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlLongLeggedDojiKernel(options), options)
}
