import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'

export type RocpOptions = IndicatorOptions & {
  /** Bars between the two values, 1 to 100,000. @default 10 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function rocpKernel({ period = 10 }: RocpOptions): Kernel {
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
  let before: number
  for (let index = start; index < end; index++) {
    before = input[index - period] as number
    output[index] = before === 0 ? 0 : ((input[index] as number) - before) / before
    if (++index === end) break
    before = input[index - period] as number
    output[index] = before === 0 ? 0 : ((input[index] as number) - before) / before
  }
}

/** Index of the first value of `rocp`: `period`. */
export function rocpLookback(options: RocpOptions = {}): number {
  return rocpKernel(options).lookback
}

/**
 * Rate of change as a share of the value `period` bars earlier.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, a share (`0.05` is +5 %), 0 where the earlier value is 0; the first `period` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `ROCP`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 1 to 100,000
 * @example
 * rocp([100, 125, 100], { period: 1 }) // [NaN, 0.25, -0.2]
 */
export function rocp(values: Column, options: RocpOptions = {}): Float64Array {
  return compute(rocpKernel, [values], options)
}

/** The stream form of `rocp`. */
export function createRocp(options: RocpOptions = {}): Stream1 {
  return createStream(rocpKernel(options), 1, options)
}
