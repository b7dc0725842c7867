import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { elementwise } from '../framework/elementwise.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { PairStream } from '../framework/stream.ts'

export { noLookback as divLookback } from '../framework/no-lookback.ts'

/** The loop. */
export function divKernel() {
  return elementwise((inputs, outputs, start, end) => divideAll(inputs[0], inputs[1], outputs[0], start, end))
}

// Four bars at a time: V8 asks less often what the columns are.
function divideAll(
  first: Float64Array,
  second: Float64Array,
  output: Float64Array,
  start: number,
  end: number,
): void {
  let index = start
  for (; index + 3 < end; index += 4) {
    output[index] = (first[index] as number) / (second[index] as number)
    output[index + 1] = (first[index + 1] as number) / (second[index + 1] as number)
    output[index + 2] = (first[index + 2] as number) / (second[index + 2] as number)
    output[index + 3] = (first[index + 3] as number) / (second[index + 3] as number)
  }
  for (; index < end; index++) output[index] = (first[index] as number) / (second[index] as number)
}

/**
 * First column divided by the second, bar by bar.
 *
 * - Input: `first[n]`, `second[n]`.
 * - Output: `Float64Array[n]`, the quotient of the units; infinite or NaN where the divisor is 0.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `DIV`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length
 * @example
 * div([6, 9], [3, 2]) // [2, 4.5]
 */
export function div(first: Column, second: Column, options: IndicatorOptions = {}): Float64Array {
  return compute(divKernel, [first, second], options)
}

/** The stream form of `div`. */
export function createDiv(options: IndicatorOptions = {}): PairStream {
  return createStream(divKernel(), 2, options)
}
