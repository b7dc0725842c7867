import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { elementwise } from '../framework/elementwise.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { Stream1 } from '../framework/stream.ts'

export { noLookback as sinLookback } from '../framework/no-lookback.ts'

/** The loop. */
export function sinKernel() {
  return elementwise((inputs, outputs, start, end) => {
    const input = inputs[0]
    const output = outputs[0]
    for (let index = start; index < end; index++) output[index] = Math.sin(input[index] as number)
  })
}

/**
 * Sine of each value in radians.
 *
 * - Input: `values[n]`.
 * - Output: `Float64Array[n]`, -1 to 1.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `SIN`, within 1e-12 relative: C libraries differ in the last bit.
 *
 * @throws {InvalidParameterError} `out` is not as long as the input
 * @example
 * sin([0]) // [0]
 */
export function sin(values: Column, options: IndicatorOptions = {}): Float64Array {
  return compute(sinKernel, [values], options)
}

/** The stream form of `sin`. */
export function createSin(options: IndicatorOptions = {}): Stream1 {
  return createStream(sinKernel(), 1, options)
}
