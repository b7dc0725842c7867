import type { Column } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { CandleStream } from '../framework/stream.ts'
import type { CandleOptions } from './candle.ts'

const lookback = 2

/** The loop with its parameters bound. */
export function cdlEngulfingKernel(_options: CandleOptions = {}): Kernel {
  return {
    lookback,
    window: 1,
    states: [],
    outputs: 1,
    lead: 0,
    run(inputs, outputs, start, end) {
      const open = inputs[0]
      const close = inputs[3]
      const found = outputs[0]
      for (let i = Math.max(start, lookback); i < end; i++) {
        const o = open[i] as number
        const c = close[i] as number
        const o1 = open[i - 1] as number
        const c1 = close[i - 1] as number
        // The body covers the one before, which has the other colour; 80 when one end only just reaches.
        if (c >= o)
          found[i] =
            c1 < o1 && ((c >= o1 && o < c1) || (c > o1 && o <= c1)) ? (o !== c1 && c !== o1 ? 100 : 80) : 0
        else
          found[i] =
            c1 >= o1 && ((o >= c1 && c < o1) || (o > c1 && c <= o1)) ? (o !== c1 && c !== o1 ? -100 : -80) : 0
      }
    },
  }
}

/** Index of the first candle that `cdlEngulfing` judges: 2. */
export function cdlEngulfingLookback(_options: CandleOptions = {}): number {
  return lookback
}

/**
 * Engulfing pattern: a body that covers the body before it, of the other colour.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish (80 when an end only matches), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLENGULFING`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length
 * @example
 * cdlEngulfing([9, 9, 7], [9, 9, 10], [7, 7, 7], [8, 8, 10]) // [0, 0, 100]
 */
export function cdlEngulfing(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return compute(cdlEngulfingKernel(), [open, high, low, close], options)
}

/** The stream form of `cdlEngulfing`. */
export function createCdlEngulfing(options: CandleOptions = {}): CandleStream {
  return createStream(cdlEngulfingKernel(), 4, options)
}
