import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { elementwise } from '../framework/elementwise.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { HighLowStream } from '../framework/stream.ts'

export { noLookback as medPriceLookback } from '../framework/no-lookback.ts'

/** The loop. */
export function medPriceKernel() {
  return elementwise((inputs, outputs, start, end) =>
    averageAll(inputs[0], inputs[1], outputs[0], start, end),
  )
}

// Four bars a round, for V8 looks every column up again in each round.
function averageAll(
  high: Float64Array,
  low: Float64Array,
  output: Float64Array,
  start: number,
  end: number,
): void {
  for (let index = start; index < end; index++) {
    output[index] = ((high[index] as number) + (low[index] as number)) / 2
    if (++index === end) break
    output[index] = ((high[index] as number) + (low[index] as number)) / 2
    if (++index === end) break
    output[index] = ((high[index] as number) + (low[index] as number)) / 2
    if (++index === end) break
    output[index] = ((high[index] as number) + (low[index] as number)) / 2
  }
}

/**
 * Median price: the middle of the bar's range.
 *
 * - Input: `high[n]`, `low[n]`, oldest first.
 * - Output: `Float64Array[n]`, price units.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `MEDPRICE`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length
 * @example
 * medPrice([4], [1]) // [2.5]
 */
export function medPrice(high: Column, low: Column, options: IndicatorOptions = {}): Float64Array {
  return compute(medPriceKernel, [high, low], options)
}

/** The stream form of `medPrice`. */
export function createMedPrice(options: IndicatorOptions = {}): HighLowStream {
  return createStream(medPriceKernel(), 2, options)
}
