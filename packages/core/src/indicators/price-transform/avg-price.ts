import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { elementwise } from '../framework/elementwise.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { CandleStream } from '../framework/stream.ts'

export { noLookback as avgPriceLookback } from '../framework/no-lookback.ts'

/** The loop. */
export function avgPriceKernel() {
  return elementwise((inputs, outputs, start, end) =>
    averageAll(inputs[0], inputs[1], inputs[2], inputs[3], outputs[0], start, end),
  )
}

// Four bars a round, for V8 looks every column up again in each round.
function averageAll(
  open: Float64Array,
  high: Float64Array,
  low: Float64Array,
  close: Float64Array,
  output: Float64Array,
  start: number,
  end: number,
): void {
  for (let index = start; index < end; index++) {
    output[index] =
      ((high[index] as number) +
        (low[index] as number) +
        (close[index] as number) +
        (open[index] as number)) /
      4
    if (++index === end) break
    output[index] =
      ((high[index] as number) +
        (low[index] as number) +
        (close[index] as number) +
        (open[index] as number)) /
      4
    if (++index === end) break
    output[index] =
      ((high[index] as number) +
        (low[index] as number) +
        (close[index] as number) +
        (open[index] as number)) /
      4
    if (++index === end) break
    output[index] =
      ((high[index] as number) +
        (low[index] as number) +
        (close[index] as number) +
        (open[index] as number)) /
      4
  }
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
  return compute(avgPriceKernel, [open, high, low, close], options)
}

/** The stream form of `avgPrice`. */
export function createAvgPrice(options: IndicatorOptions = {}): CandleStream {
  return createStream(avgPriceKernel(), 4, options)
}
