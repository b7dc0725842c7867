import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { elementwise } from '../framework/elementwise.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { PairStream } from '../framework/stream.ts'
import { addShifted } from './shifted-sum.ts'

export { noLookback as addLookback } from '../framework/no-lookback.ts'

/** The loop. */
export function addKernel() {
  return elementwise((inputs, outputs, start, end) =>
    addShifted(inputs[0], inputs[1], 0, 1, outputs[0], start, end),
  )
}

/**
 * Sum of two columns, bar by bar.
 *
 * - Input: `first[n]`, `second[n]`.
 * - Output: `Float64Array[n]`, the common unit.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `ADD`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length
 * @example
 * add([1, 2], [3, 4]) // [4, 6]
 */
export function add(first: Column, second: Column, options: IndicatorOptions = {}): Float64Array {
  return compute(addKernel, [first, second], options)
}

/** The stream form of `add`. */
export function createAdd(options: IndicatorOptions = {}): PairStream {
  return createStream(addKernel(), 2, options)
}
