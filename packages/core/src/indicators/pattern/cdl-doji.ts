import type { Column } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, type CandleOptions, candleAverage, candleRange, candleSetting } from './candle.ts'

/** The loop with its parameters bound. */
export function cdlDojiKernel(options: CandleOptions): Kernel {
  const doji = candleSetting(options, 'bodyDoji')
  const { range, period } = doji
  const state = new Float64Array(1)
  return {
    lookback: period,
    window: period,
    states: [state],
    outputs: 1,
    lead: 0,
    run(inputs, outputs, start, end) {
      const open = inputs[0]
      const high = inputs[1]
      const low = inputs[2]
      const close = inputs[3]
      const found = outputs[0]
      let total = state[0] as number
      let i = start
      for (const seeded = Math.min(period, end); i < seeded; i++)
        total += candleRange(range, open, high, low, close, i)
      for (; i < end; i++) {
        found[i] = body(open, close, i) <= candleAverage(doji, total, open, high, low, close, i) ? 100 : 0
        total +=
          candleRange(range, open, high, low, close, i) -
          candleRange(range, open, high, low, close, i - period)
      }
      state[0] = total
    },
  }
}

/** Index of the first candle that `cdlDoji` judges: the period of `bodyDoji`, 10 by default. */
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
 * cdlDoji(open, high, low, close, { settings: { bodyDoji: { range: 1, period: 10, factor: 0.05 } } })
 */
export function cdlDoji(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return compute(cdlDojiKernel(options), [open, high, low, close], options)
}

/** The stream form of `cdlDoji`. */
export function createCdlDoji(options: CandleOptions = {}): CandleStream {
  return createStream(cdlDojiKernel(options), 4, options)
}
