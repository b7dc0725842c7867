import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { extremes } from '../framework/extremes.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { HighLowStream } from '../framework/stream.ts'
import { slideRange, writeMiddles } from '../framework/window-range.ts'

export type MidpriceOptions = IndicatorOptions & {
  /** Bars looked at, 2 to 100,000. @default 14 */
  period?: number | undefined
}

/** The middles of the ranges of `period` bars. */
export function middles(period: number) {
  const { step, ...ranges } = extremes(period, slideRange)
  return {
    ...ranges,
    step(high: Float64Array, low: Float64Array, output: Float64Array, start: number, end: number): void {
      step(high, low, start, end, (from, to, slid) => {
        writeMiddles(output, from, to)
        if (slid) return
        // TA-Lib starts every window with its oldest bar, so a NaN there shows.
        for (let index = from, oldest = from - period + 1; index < to; index++, oldest++)
          if (Number.isNaN(low[oldest]) || Number.isNaN(high[oldest])) output[index] = Number.NaN
      })
    },
  }
}

/** The loop with its parameters bound. */
export function midpriceKernel({ period = 14 }: MidpriceOptions): Kernel {
  const { step, ...rest } = middles(integer('period', period, 2))
  return {
    ...rest,
    run: (inputs, outputs, start, end) => step(inputs[0], inputs[1], outputs[0], start, end),
  }
}

/** Index of the first value of `midprice`: `period - 1`. */
export function midpriceLookback(options: MidpriceOptions = {}): number {
  return midpriceKernel(options).lookback
}

/**
 * Midprice: halfway between the highest high and the lowest low of the last bars.
 *
 * - Input: `high[n]`, `low[n]`, oldest first.
 * - Output: `Float64Array[n]`, price units; the first `period - 1` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `MIDPRICE`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000, or the columns differ in length
 * @example
 * midprice([3, 5], [1, 2], { period: 2 }) // [NaN, 3]
 */
export function midprice(high: Column, low: Column, options: MidpriceOptions = {}): Float64Array {
  return compute(midpriceKernel, [high, low], options)
}

/** The stream form of `midprice`. */
export function createMidprice(options: MidpriceOptions = {}): HighLowStream {
  return createStream(midpriceKernel(options), 2, options)
}
