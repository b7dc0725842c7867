import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { IndicatorStream } from '../framework/stream.ts'
import { maSeries } from './ma.ts'
import type { MaType } from './ma-type.ts'

export type MavpOptions = IndicatorOptions & {
  /** Shorter periods are taken for this one, 2 to 100,000. @default 2 */
  minPeriod?: number
  /** Longer periods are taken for this one, 2 to 100,000. @default 30 */
  maxPeriod?: number
  /** Kind of average. @default MaType.sma */
  maType?: MaType
}

/** The loop with its parameters bound. */
export function mavpKernel({ minPeriod = 2, maxPeriod = 30, maType }: MavpOptions): Kernel {
  integer('minPeriod', minPeriod, 2)
  integer('maxPeriod', maxPeriod, 2)
  const { lookback, window } = maSeries(maxPeriod, maType)
  // TA-Lib has all averages start together with the longest one.
  const averages = Array.from({ length: Math.max(1, maxPeriod - minPeriod + 1) }, (_, index) => {
    const period = Math.min(minPeriod + index, maxPeriod)
    return maSeries(period, maType, lookback - maSeries(period, maType).lookback)
  })
  const place = (period: number) => Math.min(Math.max(Math.trunc(period) - minPeriod, 0), averages.length - 1)
  let occurring: Set<number> | undefined
  return {
    lookback,
    window,
    states: averages.flatMap((average) => average.states),
    outputs: 1,
    scratch: slidingScratch(1),
    run(inputs, outputs, start, end) {
      const input = inputs[0]
      const periods = inputs[1]
      const output = outputs[0]
      const values = outputs[1]
      // A batch knows which periods come; a stream must be ready for all of them.
      if (start === 0) occurring = end > 1 ? new Set(periods.subarray(lookback).map(place)) : undefined
      for (let chosen = 0; chosen < averages.length; chosen++) {
        if (occurring && !occurring.has(chosen)) continue
        averages[chosen]?.step(input, values, start, end)
        for (let index = Math.max(start, lookback); index < end; index++)
          if (place(periods[index] as number) === chosen) output[index] = values[index] as number
      }
    },
  }
}

/** Index of the first value of `mavp`: that of the average over `maxPeriod`. */
export function mavpLookback(options: MavpOptions = {}): number {
  return mavpKernel(options).lookback
}

/**
 * Moving average with a period of its own for every bar.
 *
 * - Input: `values[n]`, `periods[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit as the values; NaN before `mavpLookback`.
 * - Cost: O(n) for each period that occurs; a stream O(maxPeriod - minPeriod) a bar.
 * - Parity: TA-Lib `MAVP`, to the bit (within 1e-12 for MAMA).
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 * @example
 * mavp(closes, periods, { minPeriod: 5, maxPeriod: 20 })
 */
export function mavp(values: Column, periods: Column, options: MavpOptions = {}): Float64Array {
  return compute(mavpKernel(options), [values, periods], options)
}

/** The stream form of `mavp`. */
export function createMavp(options: MavpOptions = {}): IndicatorStream<[values: number, periods: number]> {
  return createStream(mavpKernel(options), 2, options)
}
