import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { elementwise } from '../framework/elementwise.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { Stream1 } from '../framework/stream.ts'

export { noLookback as asinLookback } from '../framework/no-lookback.ts'

/** The loop. */
export function asinKernel() {
  return elementwise((inputs, outputs, start, end) => {
    const input = inputs[0]
    const output = outputs[0]
    for (let index = start; index < end; index++) output[index] = Math.asin(input[index] as number)
  })
}

/**
 * Arc sine.
 *
 * - Input: `values[n]`.
 * - Output: `Float64Array[n]`, radians, -pi/2 to pi/2; NaN outside -1 to 1.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `ASIN`, within 1e-12 relative: C libraries differ in the last bit.
 *
 * @throws {InvalidParameterError} `out` is not as long as the input
 * @example
 * asin([0]) // [0]
 */
export function asin(values: Column, options: IndicatorOptions = {}): Float64Array {
  return compute(asinKernel, [values], options)
}

/** The stream form of `asin`. */
export function createAsin(options: IndicatorOptions = {}): Stream1 {
  return createStream(asinKernel(), 1, options)
}
