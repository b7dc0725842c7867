import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { elementwise } from '../framework/elementwise.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { Stream1 } from '../framework/stream.ts'

export { noLookback as coshLookback } from '../framework/no-lookback.ts'

/** The loop. */
export function coshKernel() {
  return elementwise((inputs, outputs, start, end) => {
    const input = inputs[0]
    const output = outputs[0]
    for (let index = start; index < end; index++) output[index] = Math.cosh(input[index] as number)
  })
}

/**
 * Hyperbolic cosine.
 *
 * - Input: `values[n]`.
 * - Output: `Float64Array[n]`, 1 or more; Infinity where it overflows.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `COSH`, within 1e-12 relative: C libraries differ in the last bit.
 *
 * @throws {InvalidParameterError} `out` is not as long as the input
 * @example
 * cosh([0]) // [1]
 */
export function cosh(values: Column, options: IndicatorOptions = {}): Float64Array {
  return compute(coshKernel, [values], options)
}

/** The stream form of `cosh`. */
export function createCosh(options: IndicatorOptions = {}): Stream1 {
  return createStream(coshKernel(), 1, options)
}
