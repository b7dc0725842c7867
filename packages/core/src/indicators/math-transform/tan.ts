import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { elementwise } from '../framework/elementwise.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { Stream1 } from '../framework/stream.ts'

export { noLookback as tanLookback } from '../framework/no-lookback.ts'

/** The loop. */
export function tanKernel() {
  return elementwise((inputs, outputs, start, end) => {
    const input = inputs[0]
    const output = outputs[0]
    for (let index = start; index < end; index++) output[index] = Math.tan(input[index] as number)
  })
}

/**
 * Tangent of each value in radians.
 *
 * - Input: `values[n]`.
 * - Output: `Float64Array[n]`, any size.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `TAN`, within 1e-12 relative: C libraries differ in the last bit.
 *
 * @throws {InvalidParameterError} `out` is not as long as the input
 * @example
 * tan([0]) // [0]
 */
export function tan(values: Column, options: IndicatorOptions = {}): Float64Array {
  return compute(tanKernel, [values], options)
}

/** The stream form of `tan`. */
export function createTan(options: IndicatorOptions = {}): Stream1 {
  return createStream(tanKernel(), 1, options)
}
