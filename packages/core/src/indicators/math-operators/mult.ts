import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { elementwise } from '../framework/elementwise.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { PairStream } from '../framework/stream.ts'

export { noLookback as multLookback } from '../framework/no-lookback.ts'

/** The loop. */
export function multKernel() {
  return elementwise((inputs, outputs, start, end) =>
    multiplyAll(inputs[0], inputs[1], outputs[0], start, end),
  )
}

// Four bars a round, for V8 looks every column up again in each round.
function multiplyAll(
  first: Float64Array,
  second: Float64Array,
  output: Float64Array,
  start: number,
  end: number,
): void {
  for (let index = start; index < end; index++) {
    output[index] = (first[index] as number) * (second[index] as number)
    if (++index === end) break
    output[index] = (first[index] as number) * (second[index] as number)
    if (++index === end) break
    output[index] = (first[index] as number) * (second[index] as number)
    if (++index === end) break
    output[index] = (first[index] as number) * (second[index] as number)
  }
}

/**
 * Product of two columns, bar by bar.
 *
 * - Input: `first[n]`, `second[n]`.
 * - Output: `Float64Array[n]`, the product of the units.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `MULT`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length
 * @example
 * mult([2, 3], [4, 5]) // [8, 15]
 */
export function mult(first: Column, second: Column, options: IndicatorOptions = {}): Float64Array {
  return compute(multKernel, [first, second], options)
}

/** The stream form of `mult`. */
export function createMult(options: IndicatorOptions = {}): PairStream {
  return createStream(multKernel(), 2, options)
}
