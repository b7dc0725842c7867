import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'

export type SumOptions = IndicatorOptions & {
  /** Bars in the window, 2 to 100,000. @default 30 */
  period?: number
}

/** The loop with its parameters bound. */
export function sumKernel({ period = 30 }: SumOptions): Kernel {
  const state = new Float64Array(1)
  const lookback = integer('period', period, 2) - 1
  return {
    lookback,
    window: period,
    states: [state],
    run: (inputs, outputs, start, end) => slide(state, lookback, inputs[0], outputs[0], start, end),
  }
}

// Not a closure: V8 then compiles it once for all kernels, with unboxed numbers.
function slide(
  state: Float64Array,
  lookback: number,
  input: Float64Array,
  output: Float64Array,
  start: number,
  end: number,
): void {
  let sum = state[0] as number
  let index = start
  for (; index < lookback && index < end; index++) sum += input[index] as number
  let trailing = index - lookback
  // Two bars at a time, which asks half as often whether to go on.
  for (; index + 1 < end; index += 2, trailing += 2) {
    const value = input[index + 1] as number
    const oldest = input[trailing] as number
    sum += input[index] as number
    output[index] = sum
    sum = sum - oldest + value
    output[index + 1] = sum
    sum -= input[trailing + 1] as number
  }
  if (index < end) {
    sum += input[index] as number
    output[index] = sum
    sum -= input[trailing] as number
  }
  state[0] = sum
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
