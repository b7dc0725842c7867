import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'

export type MomOptions = IndicatorOptions & {
  /** Bars between the two values, 1 to 100,000. @default 10 */
  period?: number
}

/** The loop with its parameters bound. */
export function momKernel({ period = 10 }: MomOptions): Kernel {
  integer('period', period, 1)
  return {
    lookback: period,
    window: period,
    states: [],
    run: (inputs, outputs, start, end) =>
      compareAll(inputs[0], period, outputs[0], later(start, period), end),
  }
}

// Four bars at a time: V8 asks less often what the columns are.
function compareAll(
  input: Float64Array,
  period: number,
  output: Float64Array,
  start: number,
  end: number,
): void {
  let index = start
  let before = start - period
  for (; index + 3 < end; index += 4, before += 4) {
    output[index] = (input[index] as number) - (input[before] as number)
    output[index + 1] = (input[index + 1] as number) - (input[before + 1] as number)
    output[index + 2] = (input[index + 2] as number) - (input[before + 2] as number)
    output[index + 3] = (input[index + 3] as number) - (input[before + 3] as number)
  }
  for (; index < end; index++, before++) output[index] = (input[index] as number) - (input[before] as number)
}

/** Index of the first value of `mom`: `period`. */
export function momLookback(options: MomOptions = {}): number {
  return momKernel(options).lookback
}

/**
 * Momentum: how far each value is from the one `period` bars earlier.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit as the input; the first `period` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `MOM`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 1 to 100,000
 * @example
 * mom([1, 3, 6], { period: 1 }) // [NaN, 2, 3]
 */
export function mom(values: Column, options: MomOptions = {}): Float64Array {
  return compute(momKernel, [values], options)
}

/** The stream form of `mom`. */
export function createMom(options: MomOptions = {}): Stream1 {
  return createStream(momKernel(options), 1, options)
}
