import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { elementwise } from '../framework/elementwise.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'

/** The loop. */
export function wclPriceKernel() {
  return elementwise((inputs, outputs, start, end) => {
    const high = inputs[0]
    const low = inputs[1]
    const close = inputs[2]
    const output = outputs[0]
    for (let index = start; index < end; index++) {
      output[index] = ((high[index] as number) + (low[index] as number) + (close[index] as number) * 2) / 4
    }
  })
}

/** Index of the first value of `wclPrice`: 0. */
export function wclPriceLookback(): number {
  return 0
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
  return compute(wclPriceKernel(), [high, low, close], options)
}

/** The stream form of `wclPrice`. */
export function createWclPrice(options: IndicatorOptions = {}): HighLowCloseStream {
  return createStream(wclPriceKernel(), 3, options)
}
