import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'

export type RocOptions = IndicatorOptions & {
  /** Bars between the two values, 1 to 100,000. @default 10 */
  period?: number
}

/** The loop with its parameters bound. */
export function rocKernel({ period = 10 }: RocOptions): Kernel {
  integer('period', period, 1)
  return {
    lookback: period,
    window: period,
    states: [],
    run: (inputs, outputs, start, end) =>
      compareAll(inputs[0], period, outputs[0], later(start, period), end),
  }
}

// Two bars at a time, which asks half as often whether to go on.
function compareAll(
  input: Float64Array,
  period: number,
  output: Float64Array,
  start: number,
  end: number,
): void {
  let index = start
  for (; index + 1 < end; index += 2) {
    const before = input[index - period] as number
    const next = input[index + 1 - period] as number
    output[index] = before === 0 ? 0 : ((input[index] as number) / before - 1) * 100
    output[index + 1] = next === 0 ? 0 : ((input[index + 1] as number) / next - 1) * 100
  }
  if (index < end) {
    const before = input[index - period] as number
    output[index] = before === 0 ? 0 : ((input[index] as number) / before - 1) * 100
  }
}

/** Index of the first value of `roc`: `period`. */
export function rocLookback(options: RocOptions = {}): number {
  return rocKernel(options).lookback
}

/**
 * Rate of change: the move of each value against the one `period` bars earlier.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, percent (`5` is +5 %), 0 where the earlier value is 0; the first `period` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `ROC`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 1 to 100,000
 * @example
 * roc([100, 125, 100], { period: 1 }) // [NaN, 25, -20]
 */
export function roc(values: Column, options: RocOptions = {}): Float64Array {
  return compute(rocKernel, [values], options)
}

/** The stream form of `roc`. */
export function createRoc(options: RocOptions = {}): Stream1 {
  return createStream(rocKernel(options), 1, options)
}
