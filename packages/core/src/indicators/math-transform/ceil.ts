import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { elementwise } from '../framework/elementwise.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { Stream1 } from '../framework/stream.ts'

export { noLookback as ceilLookback } from '../framework/no-lookback.ts'

/** The loop. */
export function ceilKernel() {
  return elementwise((inputs, outputs, start, end) => {
    const input = inputs[0]
    const output = outputs[0]
    for (let index = start; index < end; index++) output[index] = Math.ceil(input[index] as number)
  })
}

/**
 * The next whole number not below each value.
 *
 * - Input: `values[n]`.
 * - Output: `Float64Array[n]`, same unit.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CEIL`, to the bit.
 *
 * @throws {InvalidParameterError} `out` is not as long as the input
 * @example
 * ceil([1.2, -1.2]) // [2, -1]
 */
export function ceil(values: Column, options: IndicatorOptions = {}): Float64Array {
  return compute(ceilKernel, [values], options)
}

/** The stream form of `ceil`. */
export function createCeil(options: IndicatorOptions = {}): Stream1 {
  return createStream(ceilKernel(), 1, options)
}
