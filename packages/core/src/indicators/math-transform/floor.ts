import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { elementwise } from '../framework/elementwise.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { Stream1 } from '../framework/stream.ts'

export { noLookback as floorLookback } from '../framework/no-lookback.ts'

/** The loop. */
export function floorKernel() {
  return elementwise((inputs, outputs, start, end) => {
    const input = inputs[0]
    const output = outputs[0]
    for (let index = start; index < end; index++) output[index] = Math.floor(input[index] as number)
  })
}

/**
 * The next whole number not above each value.
 *
 * - Input: `values[n]`.
 * - Output: `Float64Array[n]`, same unit.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `FLOOR`, to the bit.
 *
 * @throws {InvalidParameterError} `out` is not as long as the input
 * @example
 * floor([1.8, -1.2]) // [1, -2]
 */
export function floor(values: Column, options: IndicatorOptions = {}): Float64Array {
  return compute(floorKernel, [values], options)
}

/** The stream form of `floor`. */
export function createFloor(options: IndicatorOptions = {}): Stream1 {
  return createStream(floorKernel(), 1, options)
}
