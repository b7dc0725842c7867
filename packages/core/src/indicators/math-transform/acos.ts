import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { elementwise } from '../framework/elementwise.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { Stream1 } from '../framework/stream.ts'

export { noLookback as acosLookback } from '../framework/no-lookback.ts'

/** The loop. */
export function acosKernel() {
  return elementwise((inputs, outputs, start, end) => {
    const input = inputs[0]
    const output = outputs[0]
    for (let index = start; index < end; index++) output[index] = Math.acos(input[index] as number)
  })
}

/**
 * Arc cosine.
 *
 * - Input: `values[n]`.
 * - Output: `Float64Array[n]`, radians, 0 to pi; NaN outside -1 to 1.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `ACOS`, within 1e-12 relative: C libraries differ in the last bit.
 *
 * @throws {InvalidParameterError} `out` is not as long as the input
 * @example
 * acos([1]) // [0]
 */
export function acos(values: Column, options: IndicatorOptions = {}): Float64Array {
  return compute(acosKernel, [values], options)
}

/** The stream form of `acos`. */
export function createAcos(options: IndicatorOptions = {}): Stream1 {
  return createStream(acosKernel(), 1, options)
}
