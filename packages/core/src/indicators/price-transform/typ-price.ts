import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'
import { weightedPriceKernel } from './weighted-price.ts'

export { noLookback as typPriceLookback } from '../framework/no-lookback.ts'

/** The loop. */
export function typPriceKernel() {
  return weightedPriceKernel(1, 3)
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
