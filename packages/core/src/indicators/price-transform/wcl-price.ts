import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'
import { weightedPriceKernel } from './weighted-price.ts'

export { noLookback as wclPriceLookback } from '../framework/no-lookback.ts'

/** The loop. */
export function wclPriceKernel() {
  return weightedPriceKernel(2, 4)
}

/**
 * Weighted close price: the mean of high, low and, twice, close.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`, price units.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `WCLPRICE`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length
 * @example
 * wclPrice([4], [2], [3]) // [3]
 */
export function wclPrice(
  high: Column,
  low: Column,
  close: Column,
  options: IndicatorOptions = {},
): Float64Array {
  return compute(wclPriceKernel, [high, low, close], options)
}

/** The stream form of `wclPrice`. */
export function createWclPrice(options: IndicatorOptions = {}): HighLowCloseStream {
  return createStream(wclPriceKernel(), 3, options)
}
