import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { elementwise } from '../framework/elementwise.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { Stream1 } from '../framework/stream.ts'

export { noLookback as cosLookback } from '../framework/no-lookback.ts'

/** The loop. */
export function cosKernel() {
  return elementwise((inputs, outputs, start, end) => {
    const input = inputs[0]
    const output = outputs[0]
    for (let index = start; index < end; index++) output[index] = Math.cos(input[index] as number)
  })
}

/**
 * Cosine of each value in radians.
 *
 * - Input: `values[n]`.
 * - Output: `Float64Array[n]`, -1 to 1.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `COS`, within 1e-12 relative: C libraries differ in the last bit.
 *
 * @throws {InvalidParameterError} `out` is not as long as the input
 * @example
 * cos([0]) // [1]
 */
export function cos(values: Column, options: IndicatorOptions = {}): Float64Array {
  return compute(cosKernel, [values], options)
}

/** The stream form of `cos`. */
export function createCos(options: IndicatorOptions = {}): Stream1 {
  return createStream(cosKernel(), 1, options)
}
