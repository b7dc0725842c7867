import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { elementwise } from '../framework/elementwise.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { Stream1 } from '../framework/stream.ts'

export { noLookback as expLookback } from '../framework/no-lookback.ts'

/** The loop. */
export function expKernel() {
  return elementwise((inputs, outputs, start, end) => {
    const input = inputs[0]
    const output = outputs[0]
    for (let index = start; index < end; index++) output[index] = Math.exp(input[index] as number)
  })
}

/**
 * e to the power of each value.
 *
 * - Input: `values[n]`.
 * - Output: `Float64Array[n]`, above 0; Infinity where it overflows.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `EXP`, within 1e-12 relative: C libraries differ in the last bit.
 *
 * @throws {InvalidParameterError} `out` is not as long as the input
 * @example
 * exp([0]) // [1]
 */
export function exp(values: Column, options: IndicatorOptions = {}): Float64Array {
  return compute(expKernel, [values], options)
}

/** The stream form of `exp`. */
export function createExp(options: IndicatorOptions = {}): Stream1 {
  return createStream(expKernel(), 1, options)
}
