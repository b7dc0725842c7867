import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { elementwise } from '../framework/elementwise.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { Stream1 } from '../framework/stream.ts'

export { noLookback as sqrtLookback } from '../framework/no-lookback.ts'

/** The loop. */
export function sqrtKernel() {
  return elementwise((inputs, outputs, start, end) => {
    const input = inputs[0]
    const output = outputs[0]
    for (let index = start; index < end; index++) output[index] = Math.sqrt(input[index] as number)
  })
}

/**
 * Square root.
 *
 * - Input: `values[n]`.
 * - Output: `Float64Array[n]`, NaN below 0.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `SQRT`, to the bit.
 *
 * @throws {InvalidParameterError} `out` is not as long as the input
 * @example
 * sqrt([9, 2.25]) // [3, 1.5]
 */
export function sqrt(values: Column, options: IndicatorOptions = {}): Float64Array {
  return compute(sqrtKernel, [values], options)
}

/** The stream form of `sqrt`. */
export function createSqrt(options: IndicatorOptions = {}): Stream1 {
  return createStream(sqrtKernel(), 1, options)
}
