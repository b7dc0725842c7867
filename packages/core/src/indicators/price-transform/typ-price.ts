import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { elementwise } from '../framework/elementwise.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'

/** The loop. */
export function typPriceKernel() {
  return elementwise((inputs, outputs, start, end) => {
    const high = inputs[0]
    const low = inputs[1]
    const close = inputs[2]
    const output = outputs[0]
    for (let index = start; index < end; index++) {
      output[index] = ((high[index] as number) + (low[index] as number) + (close[index] as number)) / 3
    }
  })
}

/** Index of the first value of `typPrice`: 0. */
export function typPriceLookback(): number {
  return 0
}

/**
 * Typical price: the mean of high, low and close.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`, price units.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `TYPPRICE`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length
 * @example
 * typPrice([4], [1], [4]) // [3]
 */
export function typPrice(
  high: Column,
  low: Column,
  close: Column,
  options: IndicatorOptions = {},
): Float64Array {
  return compute(typPriceKernel(), [high, low, close], options)
}

/** The stream form of `typPrice`. */
export function createTypPrice(options: IndicatorOptions = {}): HighLowCloseStream {
  return createStream(typPriceKernel(), 3, options)
}
