import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { average } from '../overlap/sma.ts'

export type SumOptions = IndicatorOptions & {
  /** Bars in the window, 2 to 100,000. @default 30 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function sumKernel({ period = 30 }: SumOptions): Kernel {
  const lookback = integer('period', period, 2) - 1
  const state = new Float64Array(1)
  return {
    lookback,
    window: period,
    states: [state],
    run(inputs, outputs, start, end) {
      average(state, period, 1, lookback, inputs[0], outputs[0], start, end)
    },
  }
}

/** Index of the first value of `sum`. */
export function sumLookback(options: SumOptions = {}): number {
  return sumKernel(options).lookback
}

/**
 * Sum of the last `period` values.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit; the first `period - 1` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `SUM`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000
 * @example
 * sum([1, 2, 3], { period: 2 }) // [NaN, 3, 5]
 */
export function sum(values: Column, options: SumOptions = {}): Float64Array {
  return compute(sumKernel, [values], options)
}

/** The stream form of `sum`. */
export function createSum(options: SumOptions = {}): Stream1 {
  return createStream(sumKernel(options), 1, options)
}
