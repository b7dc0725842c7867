import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { elementwise } from '../framework/elementwise.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { Stream1 } from '../framework/stream.ts'

export { noLookback as log10Lookback } from '../framework/no-lookback.ts'

/** The loop. */
export function log10Kernel() {
  return elementwise((inputs, outputs, start, end) => {
    const input = inputs[0]
    const output = outputs[0]
    for (let index = start; index < end; index++) output[index] = Math.log10(input[index] as number)
  })
}

/**
 * Logarithm to base ten.
 *
 * - Input: `values[n]`.
 * - Output: `Float64Array[n]`, -Infinity for 0, NaN below.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `LOG10`, within 1e-12 relative: C libraries differ in the last bit.
 *
 * @throws {InvalidParameterError} `out` is not as long as the input
 * @example
 * log10([1000]) // [3]
 */
export function log10(values: Column, options: IndicatorOptions = {}): Float64Array {
  return compute(log10Kernel, [values], options)
}

/** The stream form of `log10`. */
export function createLog10(options: IndicatorOptions = {}): Stream1 {
  return createStream(log10Kernel(), 1, options)
}
