import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { elementwise } from '../framework/elementwise.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { PairStream } from '../framework/stream.ts'
import { addShifted } from './shifted-sum.ts'

export { noLookback as subLookback } from '../framework/no-lookback.ts'

/** The loop. */
export function subKernel() {
  return elementwise((inputs, outputs, start, end) =>
    addShifted(inputs[0], inputs[1], 0, -1, outputs[0], start, end),
  )
}

/**
 * First column minus the second, bar by bar.
 *
 * - Input: `first[n]`, `second[n]`.
 * - Output: `Float64Array[n]`, the common unit.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `SUB`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length
 * @example
 * sub([5, 4], [3, 4]) // [2, 0]
 */
export function sub(first: Column, second: Column, options: IndicatorOptions = {}): Float64Array {
  return compute(subKernel, [first, second], options)
}

/** The stream form of `sub`. */
export function createSub(options: IndicatorOptions = {}): PairStream {
  return createStream(subKernel(), 2, options)
}
