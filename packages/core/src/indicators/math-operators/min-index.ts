import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { SlidingExtreme } from './sliding-extreme.ts'

export type MinIndexOptions = IndicatorOptions & {
  /** Bars in the window, 2 to 100,000. @default 30 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function minIndexKernel({ period = 30 }: MinIndexOptions): Kernel {
  const extreme = new SlidingExtreme(integer('period', period, 2), -1)
  const count = new Float64Array(1)
  return {
    lookback: period - 1,
    window: period,
    states: [extreme.state, count],
    forget: () => extreme.forget(),
    run(inputs, outputs, start, end) {
      const bar = count[0] as number
      extreme.follow(inputs[0], undefined, outputs[0], bar - start, start, end)
      count[0] = bar + end - start
    },
  }
}

/** Index of the first value of `minIndex`. */
export function minIndexLookback(options: MinIndexOptions = {}): number {
  return minIndexKernel(options).lookback
}

/**
 * Place of the lowest of the last `period` values, counted from the first bar (with `nan: 'reset'`, from the last NaN).
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, bar index; the first `period - 1` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `MININDEX`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000
 * @example
 * minIndex([1, 3, 2], { period: 2 }) // [NaN, 0, 2]
 */
export function minIndex(values: Column, options: MinIndexOptions = {}): Float64Array {
  return compute(minIndexKernel, [values], options)
}

/** The stream form of `minIndex`. */
export function createMinIndex(options: MinIndexOptions = {}): Stream1 {
  return createStream(minIndexKernel(options), 1, options)
}
