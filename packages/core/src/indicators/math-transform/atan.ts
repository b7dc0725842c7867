import { arcTangent } from '../framework/arc-tangent.ts'
import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { elementwise } from '../framework/elementwise.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { Stream1 } from '../framework/stream.ts'

export { noLookback as atanLookback } from '../framework/no-lookback.ts'

/** The loop. */
export function atanKernel() {
  return elementwise((inputs, outputs, start, end) => {
    const input = inputs[0]
    const output = outputs[0]
    for (let index = start; index < end; index++) output[index] = arcTangent(input[index] as number)
  })
}

/**
 * Arc tangent.
 *
 * - Input: `values[n]`.
 * - Output: `Float64Array[n]`, radians, -pi/2 to pi/2.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `ATAN`, to the bit where the C library rounds the arc tangent correctly.
 *
 * @throws {InvalidParameterError} `out` is not as long as the input
 * @example
 * atan([0]) // [0]
 */
export function atan(values: Column, options: IndicatorOptions = {}): Float64Array {
  return compute(atanKernel, [values], options)
}

/** The stream form of `atan`. */
export function createAtan(options: IndicatorOptions = {}): Stream1 {
  return createStream(atanKernel(), 1, options)
}
