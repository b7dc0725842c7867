import type { Column, Columns } from '../framework/column.ts'
import type { Kernel } from '../framework/kernel.ts'
import type { CandleStream } from '../framework/stream.ts'
import { type CandleOptions, candleSetting } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body } from './candles.ts'

/** The loop with its parameters bound. */
export function cdlDojiKernel(options: CandleOptions): Kernel {
  const bodyDoji0 = new Average(options, 'bodyDoji', 0)
  const general = candleKernel(0, [bodyDoji0], [{ atMost: bodyDoji0 }], (i) =>
    body(i) <= bodyDoji0.at(i) ? 100 : 0,
  )
  const { range, period, factor } = candleSetting(options, 'bodyDoji')
  if (range !== 1 || period === 0) return general
  const state = new Float64Array(1)
  return {
    ...general,
    states: [state],
    run: (inputs, outputs, start, end) => judge(state, period, factor, inputs, outputs[0], start, end),
  }
}

/**
 * Against the heights of the candles before, as TA-Lib has it unless told otherwise: one loop slides and judges. Not a closure:
 * V8 then compiles it once for all kernels, with unboxed numbers. Of ten candles, TA-Lib's period, the heights stay at hand: a
 * round of ten candles reads no candle twice, and looks its columns up once (`docs/decisions/loops-for-v8.md`).
 */
function judge(
  state: Float64Array,
  period: number,
  factor: number,
  inputs: Columns,
  found: Float64Array,
  start: number,
  end: number,
): void {
  const open = inputs[0]
  const high = inputs[1]
  const low = inputs[2]
  const close = inputs[3]
  const span = +period
  const share = +factor
  const stop = end | 0
  let total = state[0] as number
  let i = start | 0
  for (const seeded = Math.min(period, stop); i < seeded; i++)
    total += (high[i] as number) - (low[i] as number)
  if (period === 10 && i + 10 <= stop) {
    let height: number
    let h0 = (high[i - 10] as number) - (low[i - 10] as number)
    let h1 = (high[i - 9] as number) - (low[i - 9] as number)
    let h2 = (high[i - 8] as number) - (low[i - 8] as number)
    let h3 = (high[i - 7] as number) - (low[i - 7] as number)
    let h4 = (high[i - 6] as number) - (low[i - 6] as number)
    let h5 = (high[i - 5] as number) - (low[i - 5] as number)
    let h6 = (high[i - 4] as number) - (low[i - 4] as number)
    let h7 = (high[i - 3] as number) - (low[i - 3] as number)
    let h8 = (high[i - 2] as number) - (low[i - 2] as number)
    let h9 = (high[i - 1] as number) - (low[i - 1] as number)
    while (i + 10 <= stop) {
      found[i] = +(Math.abs((close[i] as number) - (open[i] as number)) <= share * (total / span)) * 100
      height = (high[i] as number) - (low[i] as number)
      total += height - h0
      h0 = height
      i++
      found[i] = +(Math.abs((close[i] as number) - (open[i] as number)) <= share * (total / span)) * 100
      height = (high[i] as number) - (low[i] as number)
      total += height - h1
      h1 = height
      i++
      found[i] = +(Math.abs((close[i] as number) - (open[i] as number)) <= share * (total / span)) * 100
      height = (high[i] as number) - (low[i] as number)
      total += height - h2
      h2 = height
      i++
      found[i] = +(Math.abs((close[i] as number) - (open[i] as number)) <= share * (total / span)) * 100
      height = (high[i] as number) - (low[i] as number)
      total += height - h3
      h3 = height
      i++
      found[i] = +(Math.abs((close[i] as number) - (open[i] as number)) <= share * (total / span)) * 100
      height = (high[i] as number) - (low[i] as number)
      total += height - h4
      h4 = height
      i++
      found[i] = +(Math.abs((close[i] as number) - (open[i] as number)) <= share * (total / span)) * 100
      height = (high[i] as number) - (low[i] as number)
      total += height - h5
      h5 = height
      i++
      found[i] = +(Math.abs((close[i] as number) - (open[i] as number)) <= share * (total / span)) * 100
      height = (high[i] as number) - (low[i] as number)
      total += height - h6
      h6 = height
      i++
      found[i] = +(Math.abs((close[i] as number) - (open[i] as number)) <= share * (total / span)) * 100
      height = (high[i] as number) - (low[i] as number)
      total += height - h7
      h7 = height
      i++
      found[i] = +(Math.abs((close[i] as number) - (open[i] as number)) <= share * (total / span)) * 100
      height = (high[i] as number) - (low[i] as number)
      total += height - h8
      h8 = height
      i++
      found[i] = +(Math.abs((close[i] as number) - (open[i] as number)) <= share * (total / span)) * 100
      height = (high[i] as number) - (low[i] as number)
      total += height - h9
      h9 = height
      i++
    }
  }
  for (let old = i - period; i < stop; i++, old++) {
    found[i] = +(Math.abs((close[i] as number) - (open[i] as number)) <= share * (total / span)) * 100
    total += (high[i] as number) - (low[i] as number) - ((high[old] as number) - (low[old] as number))
  }
  state[0] = total
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
  return computePattern(cdlDojiKernel, open, high, low, close, options)
}

/** The stream form of `cdlDoji`. */
export function createCdlDoji(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlDojiKernel(options), options)
}
