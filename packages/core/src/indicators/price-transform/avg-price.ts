import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { elementwise } from '../framework/elementwise.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { CandleStream } from '../framework/stream.ts'

/** The loop. */
export function avgPriceKernel() {
  return elementwise((inputs, outputs, start, end) => {
    const open = inputs[0]
    const high = inputs[1]
    const low = inputs[2]
    const close = inputs[3]
    const output = outputs[0]
    for (let index = start; index < end; index++) {
      output[index] =
        ((high[index] as number) +
          (low[index] as number) +
          (close[index] as number) +
          (open[index] as number)) /
        4
    }
  })
}

/** Index of the first value of `avgPrice`: 0. */
export function avgPriceLookback(): number {
  return 0
}

/**
 * Average price: the mean of open, high, low and close.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`, price units.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `AVGPRICE`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length
 * @example
 * avgPrice([1], [4], [1], [2]) // [2]
 */
export function avgPrice(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: IndicatorOptions = {},
): Float64Array {
  return compute(avgPriceKernel(), [open, high, low, close], options)
}

/** The stream form of `avgPrice`. */
export function createAvgPrice(options: IndicatorOptions = {}): CandleStream {
  return createStream(avgPriceKernel(), 4, options)
}
