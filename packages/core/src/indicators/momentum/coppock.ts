import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { Stream1 } from '../framework/stream.ts'
import { wmaSeries } from '../overlap/wma.ts'

export type CoppockOptions = IndicatorOptions & {
  /** Bars of the longer rate of change, 1 to 100,000. @default 14 */
  longPeriod?: number | undefined
  /** Bars of the shorter rate of change, 1 to 100,000. @default 11 */
  shortPeriod?: number | undefined
  /** Bars of the weighted average, 1 to 100,000. @default 10 */
  averagePeriod?: number | undefined
}

/** The loop with its parameters bound. */
export function coppockKernel({
  longPeriod = 14,
  shortPeriod = 11,
  averagePeriod = 10,
}: CoppockOptions): Kernel {
  integer('longPeriod', longPeriod, 1)
  integer('shortPeriod', shortPeriod, 1)
  integer('averagePeriod', averagePeriod, 1)
  const longest = Math.max(longPeriod, shortPeriod)
  const average = wmaSeries(averagePeriod, longest)
  return {
    lookback: average.lookback,
    window: Math.max(longest, average.window),
    states: average.states,
    scratch: slidingScratch(1),
    run(inputs, outputs, start, end) {
      const values = inputs[0]
      const rates = outputs[1]
      for (let index = later(start, longest); index < end; index++) {
        const value = values[index] as number
        const long = values[index - longPeriod] as number
        const short = values[index - shortPeriod] as number
        rates[index] =
          (long === 0 ? 0 : (value / long - 1) * 100) + (short === 0 ? 0 : (value / short - 1) * 100)
      }
      average.step(rates, outputs[0], start, end)
    },
  }
}

/** Index of the first value of `coppock`. */
export function coppockLookback(options: CoppockOptions = {}): number {
  return coppockKernel(options).lookback
}

/**
 * Coppock curve: a weighted average of two rates of change added up.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, percent; NaN until the average is full.
 * - Cost: O(n), two allocations.
 * - Source: E. S. C. Coppock, Barron's (15 October 1962), there of months; StockCharts, ChartSchool, "Coppock Curve" (14,
 *   11, 10).
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 */
export function coppock(values: Column, options: CoppockOptions = {}): Float64Array {
  return compute(coppockKernel, [values], options)
}

/** The stream form of `coppock`. */
export function createCoppock(options: CoppockOptions = {}): Stream1 {
  return createStream(coppockKernel(options), 1, options)
}
