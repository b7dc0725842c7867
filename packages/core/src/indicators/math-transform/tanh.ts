import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { elementwise } from '../framework/elementwise.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { Stream1 } from '../framework/stream.ts'

export { noLookback as tanhLookback } from '../framework/no-lookback.ts'

/** The loop. */
export function tanhKernel() {
  return elementwise((inputs, outputs, start, end) => {
    const input = inputs[0]
    const output = outputs[0]
    for (let index = start; index < end; index++) output[index] = Math.tanh(input[index] as number)
  })
}

/**
 * Hyperbolic tangent.
 *
 * - Input: `values[n]`.
 * - Output: `Float64Array[n]`, -1 to 1.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `TANH`, to the bit.
 *
 * @throws {InvalidParameterError} `out` is not as long as the input
 * @example
 * tanh([0]) // [0]
 */
export function tanh(values: Column, options: IndicatorOptions = {}): Float64Array {
  return compute(tanhKernel, [values], options)
}

/** The stream form of `tanh`. */
export function createTanh(options: IndicatorOptions = {}): Stream1 {
  return createStream(tanhKernel(), 1, options)
}
