import type { Column } from '../framework/column.ts'
import type { Kernel } from '../framework/kernel.ts'
import type { CandleStream } from '../framework/stream.ts'
import { type CandleOptions, candleAverage, candleRange, candleSetting } from './candle.ts'
import { computePattern, createPatternStream } from './candle-kernel.ts'
import { confirmHikkake } from './hikkake.ts'

/** The loop with its parameters bound. */
export function cdlHikkakeModKernel(options: CandleOptions): Kernel {
  const near = candleSetting(options, 'near')
  const { range, period } = near
  const lookback = Math.max(1, period) + 5
  // A false break up to three candles before the first judged one may still be confirmed.
  const first = lookback - 3
  const state = new Float64Array(2)
  const sum = new Float64Array(1)
  return {
    lookback,
    window: lookback + 1,
    states: [state, sum],
    outputs: 1,
    lead: 0,
    run(inputs, outputs, start, end) {
      const open = inputs[0]
      const high = inputs[1]
      const low = inputs[2]
      const close = inputs[3]
      const found = outputs[0]
      let total = sum[0] as number
      for (let i = start; i < end; i++) {
        if (i < first) {
          if (i >= first - period) total += candleRange(range, open, high, low, close, i - 2)
          continue
        }
        const h = high[i] as number
        const l = low[i] as number
        const h1 = high[i - 1] as number
        const l1 = low[i - 1] as number
        const h2 = high[i - 2] as number
        const l2 = low[i - 2] as number
        let direction = 0
        if (h1 < h2 && l1 > l2 && h2 < (high[i - 3] as number) && l2 > (low[i - 3] as number)) {
          const closeness = candleAverage(near, total, open, high, low, close, i - 2)
          const c2 = close[i - 2] as number
          if (h < h1 && l < l1 && c2 <= l2 + closeness) direction = 100
          else if (h > h1 && l > l1 && c2 >= h2 - closeness) direction = -100
        }
        found[i] = confirmHikkake(state, direction, high, low, close, i)
        total +=
          candleRange(range, open, high, low, close, i - 2) -
          candleRange(range, open, high, low, close, i - 2 - period)
      }
      sum[0] = total
    },
  }
}

/** Index of the first candle that `cdlHikkakeMod` judges: 10 with the default settings. */
export function cdlHikkakeModLookback(options: CandleOptions = {}): number {
  return cdlHikkakeModKernel(options).lookback
}

/**
 * Modified Hikkake Pattern: a Hikkake out of two inside bars, the first of which closes near the end it will break from.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish at the false break, 200 or -200 where it is confirmed, else 0;
 *   0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLHIKKAKEMOD`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlHikkakeMod(open, high, low, close)
 */
export function cdlHikkakeMod(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlHikkakeModKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlHikkakeMod`. */
export function createCdlHikkakeMod(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlHikkakeModKernel(options), options)
}
