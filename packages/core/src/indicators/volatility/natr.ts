import type { Column } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'
import { isZero } from '../framework/zero.ts'
import { type AtrOptions, rangeKernel } from './atr.ts'

export type NatrOptions = AtrOptions

/** The loop with its parameters bound. */
export function natrKernel(options: NatrOptions): Kernel {
  const range = rangeKernel(options)
  // TA-Lib gives the bare true range for a period of 1.
  if (options.period === 1) return range
  return {
    ...range,
    run(inputs, outputs, start, end) {
      range.run(inputs, outputs, start, end)
      shareOfPrice(outputs[0], inputs[2], outputs[0], later(start, range.lookback), end)
    },
  }
}

/** The same over the average true range, which is the fourth input. */
export function natrOver(lookback: number): Kernel {
  return {
    lookback,
    window: 0,
    states: [],
    run: (inputs, outputs, start, end) => shareOfPrice(inputs[3], inputs[2], outputs[0], start, end),
  }
}

function shareOfPrice(
  average: Float64Array,
  close: Float64Array,
  output: Float64Array,
  start: number,
  end: number,
): void {
  for (let index = start; index < end; index++) {
    const price = close[index] as number
    output[index] = isZero(price) ? 0 : ((average[index] as number) / price) * 100
  }
}

/** Index of the first value of `natr`: as `atrLookback`. */
export function natrLookback(options: NatrOptions = {}): number {
  return natrKernel(options).lookback
}

/**
 * Normalised average true range: `atr` as a share of the close, so that instruments can be compared.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`, percent; the first `period` slots are NaN. For a period of 1 the true range in price units.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `NATR`, to the bit; where the close is 0 TA-Lib leaves the value unset, and this gives 0.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 1 to 100,000, or the columns differ in length
 * @example
 * natr([10, 11, 12], [9, 10, 10], [9.5, 10.5, 10], { period: 2 }) // [NaN, NaN, 17.5]
 */
export function natr(high: Column, low: Column, close: Column, options: NatrOptions = {}): Float64Array {
  return compute(natrKernel, [high, low, close], options)
}

/** The stream form of `natr`. */
export function createNatr(options: NatrOptions = {}): HighLowCloseStream {
  return createStream(natrKernel(options), 3, options)
}
