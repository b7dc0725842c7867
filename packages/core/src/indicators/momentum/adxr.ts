import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'
import { directionalKernel } from './directional.ts'
import { averageOn } from './strength-on.ts'

export type AdxrOptions = IndicatorOptions & {
  /** Bars of Wilder's sums, and between the two values averaged, 2 to 100,000. @default 14 */
  period?: number | undefined
  /** Leading values of ADX to hide while its seed fades. @default 0 */
  unstablePeriod?: number | undefined
}

/** The loop with its parameters bound. */
export function adxrKernel({ period = 14, unstablePeriod = 0 }: AdxrOptions): Kernel {
  integer('period', period, 2)
  const average = directionalKernel(
    period,
    2 * period - 1,
    integer('unstablePeriod', unstablePeriod, 0),
    averageOn,
    true,
    1,
  )
  const lookback = average.lookback + period - 1
  return {
    lookback,
    window: period,
    states: average.states,
    scratch: slidingScratch(1),
    run(inputs, outputs, start, end) {
      average.run(inputs, outputs, start, end)
      middle(outputs[1], outputs[0], period, later(start, lookback), end)
    },
  }
}

/** The same over ADX, which is the fourth input and valid from bar `origin` on. */
export function adxrOver({ period = 14 }: AdxrOptions, origin: number): Kernel {
  const lookback = origin + period - 1
  return {
    lookback,
    window: period,
    states: [],
    run: (inputs, outputs, start, end) => middle(inputs[3], outputs[0], period, later(start, lookback), end),
  }
}

/** Halfway between each value and the one `period - 1` bars earlier. */
function middle(
  strengths: Float64Array,
  output: Float64Array,
  period: number,
  start: number,
  end: number,
): void {
  for (let index = start, trailing = start - period + 1; index < end; index++)
    output[index] = ((strengths[index] as number) + (strengths[trailing++] as number)) / 2
}

/** Index of the first value of `adxr`: `3 * period - 2 + unstablePeriod`. */
export function adxrLookback(options: AdxrOptions = {}): number {
  return adxrKernel(options).lookback
}

/**
 * Average directional movement rating: the mean of ADX now and `period - 1` bars ago.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`, 0 to 100; NaN before `adxrLookback`.
 * - Cost: O(n), two allocations.
 * - Parity: TA-Lib `ADXR`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000, or the columns differ in length
 * @example
 * adxr(high, low, close, { period: 14 })
 */
export function adxr(high: Column, low: Column, close: Column, options: AdxrOptions = {}): Float64Array {
  return compute(adxrKernel, [high, low, close], options)
}

/** The stream form of `adxr`. */
export function createAdxr(options: AdxrOptions = {}): HighLowCloseStream {
  return createStream(adxrKernel(options), 3, options)
}
