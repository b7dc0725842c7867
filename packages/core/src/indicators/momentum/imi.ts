import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { IndicatorStream } from '../framework/stream.ts'

export type ImiOptions = IndicatorOptions & {
  /** Bars looked at, 2 to 100,000. @default 14 */
  period?: number
  /** More bars looked at, as TA-Lib has it. @default 0 */
  unstablePeriod?: number
}

/** The loop with its parameters bound. */
export function imiKernel({ period = 14, unstablePeriod = 0 }: ImiOptions): Kernel {
  integer('period', period, 2)
  const lookback = period - 1 + integer('unstablePeriod', unstablePeriod, 0)
  return {
    lookback,
    window: lookback,
    states: [],
    outputs: 1,
    run(inputs, outputs, start, end) {
      const open = inputs[0]
      const close = inputs[1]
      const output = outputs[0]
      for (let index = Math.max(start, lookback); index < end; index++) {
        // Summed afresh for every bar: a running sum would round differently.
        let up = 0
        let down = 0
        for (let at = index - lookback; at <= index; at++) {
          const change = (close[at] as number) - (open[at] as number)
          if (change > 0) up += change
          else down -= change
        }
        output[index] = 100 * (up / (up + down))
      }
    },
  }
}

/** Index of the first value of `imi`: `period - 1 + unstablePeriod`. */
export function imiLookback(options: ImiOptions = {}): number {
  return imiKernel(options).lookback
}

/**
 * Intraday momentum index: the bodies of white candles as a share of all bodies.
 *
 * - Input: `open[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`, 0 to 100; NaN before `imiLookback`, and where no candle has a body.
 * - Cost: O(n * period), one allocation.
 * - Parity: TA-Lib `IMI`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000
 * @example
 * imi([1, 2], [2, 1], { period: 2 }) // [NaN, 50]
 */
export function imi(open: Column, close: Column, options: ImiOptions = {}): Float64Array {
  return compute(imiKernel(options), [open, close], options)
}

/** The stream form of `imi`. */
export function createImi(options: ImiOptions = {}): IndicatorStream<[open: number, close: number]> {
  return createStream(imiKernel(options), 2, options)
}
