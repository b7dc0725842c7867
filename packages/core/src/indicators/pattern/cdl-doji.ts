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
 * Against the heights of the candles before, as TA-Lib has it unless told otherwise: one loop slides and judges, two
 * candles at a time. Not a closure: V8 then compiles it once for all kernels, with unboxed numbers.
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
  let total = state[0] as number
  let i = start
  for (const seeded = Math.min(period, end); i < seeded; i++)
    total += (high[i] as number) - (low[i] as number)
  let old = i - period
  for (; i + 1 < end; i += 2, old += 2) {
    const first = total
    const second =
      first + ((high[i] as number) - (low[i] as number) - ((high[old] as number) - (low[old] as number)))
    total =
      second +
      ((high[i + 1] as number) -
        (low[i + 1] as number) -
        ((high[old + 1] as number) - (low[old + 1] as number)))
    found[i] = +(Math.abs((close[i] as number) - (open[i] as number)) <= share * (first / span)) * 100
    found[i + 1] =
      +(Math.abs((close[i + 1] as number) - (open[i + 1] as number)) <= share * (second / span)) * 100
  }
  if (i < end) {
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
