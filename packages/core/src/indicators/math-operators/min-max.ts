import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { SlidingExtreme } from './sliding-extreme.ts'

const names = ['min', 'max'] as const
export type MinMaxOutput = (typeof names)[number]
export type MinMaxOptions = IndicatorOptions<Named<MinMaxOutput>> & {
  /** Bars in the window, 2 to 100,000. @default 30 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function minMaxKernel({ period = 30 }: MinMaxOptions): Kernel {
  const lowest = new SlidingExtreme(integer('period', period, 2), -1)
  const highest = new SlidingExtreme(period, 1)
  return {
    lookback: period - 1,
    window: period,
    states: [lowest.state, highest.state],
    forget() {
      lowest.forget()
      highest.forget()
    },
    run(inputs, outputs, start, end) {
      lowest.follow(inputs[0], outputs[0], undefined, 0, start, end)
      highest.follow(inputs[0], outputs[1], undefined, 0, start, end)
    },
  }
}

/** Index of the first value of `minMax`: `period - 1`. */
export function minMaxLookback(options: MinMaxOptions = {}): number {
  return minMaxKernel(options).lookback
}

/**
 * Lowest and highest of the last `period` values.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `min` and `max`, `Float64Array[n]` each, same unit; the first `period - 1` slots are NaN.
 * - Cost: O(n), two allocations.
 * - Parity: TA-Lib `MINMAX`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000
 * @example
 * minMax([1, 3, 2], { period: 2 }).min // [NaN, 1, 2]
 */
export function minMax(values: Column, options: MinMaxOptions = {}): Named<MinMaxOutput> {
  return computeNamed(minMaxKernel, names, [values], options)
}

/** The stream form of `minMax`. */
export function createMinMax(options: MinMaxOptions = {}): Stream1<Record<MinMaxOutput, number>> {
  return createNamedStream(minMaxKernel(options), names, 1, options)
}
