import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { elementwise } from '../framework/elementwise.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { Stream1 } from '../framework/stream.ts'

export { noLookback as lnLookback } from '../framework/no-lookback.ts'

/** The loop. */
export function lnKernel() {
  return elementwise((inputs, outputs, start, end) => {
    const input = inputs[0]
    const output = outputs[0]
    for (let index = start; index < end; index++) output[index] = Math.log(input[index] as number)
  })
}

/**
 * Natural logarithm.
 *
 * - Input: `values[n]`.
 * - Output: `Float64Array[n]`, -Infinity for 0, NaN below.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `LN`, within 1e-12 relative: C libraries differ in the last bit.
 *
 * @throws {InvalidParameterError} `out` is not as long as the input
 * @example
 * ln([1]) // [0]
 */
export function ln(values: Column, options: IndicatorOptions = {}): Float64Array {
  return compute(lnKernel, [values], options)
}

/** The stream form of `ln`. */
export function createLn(options: IndicatorOptions = {}): Stream1 {
  return createStream(lnKernel(), 1, options)
}
