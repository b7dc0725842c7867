import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, type CandleOptions, lowerShadow, upperShadow } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlDragonflyDojiKernel(options: CandleOptions) {
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
          upperShadow(open, high, close, i) < (shadowVeryShort0[i - base] as number) &&
          lowerShadow(open, low, close, i) > (shadowVeryShort0[i - base] as number)
            ? 100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlDragonflyDoji` judges: the longest of its settings' periods. */
export function cdlDragonflyDojiLookback(options: CandleOptions = {}): number {
  return cdlDragonflyDojiKernel(options).lookback
}

/**
 * Dragonfly Doji: a doji at the top of its range: a lower shadow and no upper one.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLDRAGONFLYDOJI`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlDragonflyDoji(open, high, low, close)
 */
export function cdlDragonflyDoji(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlDragonflyDojiKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlDragonflyDoji`. */
export function createCdlDragonflyDoji(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlDragonflyDojiKernel(options), options)
}
