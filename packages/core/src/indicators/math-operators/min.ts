import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { SlidingExtreme } from './sliding-extreme.ts'

export type MinOptions = IndicatorOptions & {
  /** Bars in the window, 2 to 100,000. @default 30 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function minKernel({ period = 30 }: MinOptions): Kernel {
  const extreme = new SlidingExtreme(integer('period', period, 2), -1)
  return {
    lookback: period - 1,
    window: period,
    states: [extreme.state],
    forget: () => extreme.forget(),
    run: (inputs, outputs, start, end) => extreme.follow(inputs[0], outputs[0], undefined, 0, start, end),
  }
}

/** Index of the first value of `min`. */
export function minLookback(options: MinOptions = {}): number {
  return minKernel(options).lookback
}

/**
 * Lowest of the last `period` values.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit; the first `period - 1` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `MIN`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000
 * @example
 * min([1, 3, 2], { period: 2 }) // [NaN, 1, 2]
 */
export function min(values: Column, options: MinOptions = {}): Float64Array {
  return compute(minKernel, [values], options)
}

/** The stream form of `min`. */
export function createMin(options: MinOptions = {}): Stream1 {
  return createStream(minKernel(options), 1, options)
}
