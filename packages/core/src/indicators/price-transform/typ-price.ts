import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { elementwise } from '../framework/elementwise.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'

/** The loop. */
export function typPriceKernel() {
  return elementwise((inputs, outputs, start, end) =>
    averageAll(inputs[0], inputs[1], inputs[2], outputs[0], start, end),
  )
}

// Four bars at a time: V8 asks less often what the columns are.
function averageAll(
  high: Float64Array,
  low: Float64Array,
  close: Float64Array,
  output: Float64Array,
  start: number,
  end: number,
): void {
  let index = start
  for (; index + 3 < end; index += 4) {
    output[index] = ((high[index] as number) + (low[index] as number) + (close[index] as number)) / 3
    output[index + 1] =
      ((high[index + 1] as number) + (low[index + 1] as number) + (close[index + 1] as number)) / 3
    output[index + 2] =
      ((high[index + 2] as number) + (low[index + 2] as number) + (close[index + 2] as number)) / 3
    output[index + 3] =
      ((high[index + 3] as number) + (low[index + 3] as number) + (close[index + 3] as number)) / 3
  }
  for (; index < end; index++)
    output[index] = ((high[index] as number) + (low[index] as number) + (close[index] as number)) / 3
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
  return compute(typPriceKernel, [high, low, close], options)
}

/** The stream form of `typPrice`. */
export function createTypPrice(options: IndicatorOptions = {}): HighLowCloseStream {
  return createStream(typPriceKernel(), 3, options)
}
