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

// Four bars a round, for V8 looks every column up again in each round.
function divideAll(
  first: Float64Array,
  second: Float64Array,
  output: Float64Array,
  start: number,
  end: number,
): void {
  for (let index = start; index < end; index++) {
    output[index] = (first[index] as number) / (second[index] as number)
    if (++index === end) break
    output[index] = (first[index] as number) / (second[index] as number)
    if (++index === end) break
    output[index] = (first[index] as number) / (second[index] as number)
    if (++index === end) break
    output[index] = (first[index] as number) / (second[index] as number)
  }
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
