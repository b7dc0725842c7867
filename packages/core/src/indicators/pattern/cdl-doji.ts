import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, type CandleOptions } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlDojiKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [['bodyDoji', 0]],
    0,
    (open, _high, _low, close, found, start, end, base, averages) => {
      const bodyDoji0 = averages[0]
      for (let i = start; i < end; i++) {
        found[i] = body(open, close, i) <= (bodyDoji0[i - base] as number) ? 100 : 0
      }
    },
  )
}

/** Index of the first candle that `cdlDoji` judges: the longest of its settings' periods. */
export function cdlDojiLookback(options: CandleOptions = {}): number {
  return cdlDojiKernel(options).lookback
}

/**
 * Doji: a candle that closes about where it opened.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for a doji, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLDOJI`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlDoji(open, high, low, close)
 */
export function cdlDoji(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlDojiKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlDoji`. */
export function createCdlDoji(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlDojiKernel(options), options)
}
