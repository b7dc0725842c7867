import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'

export type RocrOptions = IndicatorOptions & {
  /** Bars between the two values, 1 to 100,000. @default 10 */
  period?: number
}

/** The loop with its parameters bound. */
export function rocrKernel({ period = 10 }: RocrOptions): Kernel {
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
    output[index] = before === 0 ? 0 : (input[index] as number) / before
    output[index + 1] = next === 0 ? 0 : (input[index + 1] as number) / next
  }
  if (index < end) {
    const before = input[index - period] as number
    output[index] = before === 0 ? 0 : (input[index] as number) / before
  }
}

/** Index of the first value of `rocr`: `period`. */
export function rocrLookback(options: RocrOptions = {}): number {
  return rocrKernel(options).lookback
}

/**
 * Rate of change as a ratio to the value `period` bars earlier.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, a ratio (`1.05` is +5 %), 0 where the earlier value is 0; the first `period` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `ROCR`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 1 to 100,000
 * @example
 * rocr([100, 125, 100], { period: 1 }) // [NaN, 1.25, 0.8]
 */
export function rocr(values: Column, options: RocrOptions = {}): Float64Array {
  return compute(rocrKernel, [values], options)
}

/** The stream form of `rocr`. */
export function createRocr(options: RocrOptions = {}): Stream1 {
  return createStream(rocrKernel(options), 1, options)
}
