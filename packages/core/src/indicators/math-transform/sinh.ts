import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { elementwise } from '../framework/elementwise.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { Stream1 } from '../framework/stream.ts'

export { noLookback as sinhLookback } from '../framework/no-lookback.ts'

/** The loop. */
export function sinhKernel() {
  return elementwise((inputs, outputs, start, end) => {
    const input = inputs[0]
    const output = outputs[0]
    for (let index = start; index < end; index++) output[index] = Math.sinh(input[index] as number)
  })
}

/**
 * Hyperbolic sine.
 *
 * - Input: `values[n]`.
 * - Output: `Float64Array[n]`, any size; infinite where it overflows.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `SINH`, within 1e-12 relative: C libraries differ in the last bit.
 *
 * @throws {InvalidParameterError} `out` is not as long as the input
 * @example
 * sinh([0]) // [0]
 */
export function sinh(values: Column, options: IndicatorOptions = {}): Float64Array {
  return compute(sinhKernel, [values], options)
}

/** The stream form of `sinh`. */
export function createSinh(options: IndicatorOptions = {}): Stream1 {
  return createStream(sinhKernel(), 1, options)
}
