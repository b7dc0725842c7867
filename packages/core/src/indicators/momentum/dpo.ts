import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { smaSeries } from '../overlap/sma.ts'

export type DpoOptions = IndicatorOptions & {
  /** Bars in the window, 1 to 100,000. @default 20 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function dpoKernel({ period = 20 }: DpoOptions): Kernel {
  integer('period', period, 1)
  const back = Math.floor(period / 2) + 1
  const average = smaSeries(period)
  const lookback = Math.max(average.lookback, back)
  return {
    lookback,
    window: Math.max(average.window, back),
    states: average.states,
    run(inputs, outputs, start, end) {
      const values = inputs[0]
      const output = outputs[0]
      average.step(values, output, start, end)
      for (let index = later(start, lookback); index < end; index++)
        output[index] = (values[index - back] as number) - (output[index] as number)
    },
  }
}

/** Index of the first value of `dpo`. */
export function dpoLookback(options: DpoOptions = {}): number {
  return dpoKernel(options).lookback
}

/**
 * Detrended price oscillator, without looking ahead: the value of `floor(period / 2) + 1` bars ago less the average of the last `period` bars.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit; the first `period - 1` slots are NaN, or one more for a period of 1 or 2.
 * - Cost: O(n).
 * - Source: StockCharts, ChartSchool, "Detrended Price Oscillator". Not drawn back to the middle of its window: that would
 *   use later bars.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 */
export function dpo(values: Column, options: DpoOptions = {}): Float64Array {
  return compute(dpoKernel, [values], options)
}

/** The stream form of `dpo`. */
export function createDpo(options: DpoOptions = {}): Stream1 {
  return createStream(dpoKernel(options), 1, options)
}
