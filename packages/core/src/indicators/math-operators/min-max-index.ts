import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { SlidingExtreme } from './sliding-extreme.ts'

const names = ['minIndex', 'maxIndex'] as const
export type MinMaxIndexOutput = (typeof names)[number]
export type MinMaxIndexOptions = IndicatorOptions<Named<MinMaxIndexOutput>> & {
  /** Bars in the window, 2 to 100,000. @default 30 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function minMaxIndexKernel({ period = 30 }: MinMaxIndexOptions): Kernel {
  const lowest = new SlidingExtreme(integer('period', period, 2), -1)
  const highest = new SlidingExtreme(period, 1)
  const count = new Float64Array(1)
  return {
    lookback: period - 1,
    window: period,
    states: [lowest.state, highest.state, count],
    forget() {
      lowest.forget()
      highest.forget()
    },
    run(inputs, outputs, start, end) {
      const bar = count[0] as number
      lowest.follow(inputs[0], undefined, outputs[0], bar - start, start, end)
      highest.follow(inputs[0], undefined, outputs[1], bar - start, start, end)
      count[0] = bar + end - start
    },
  }
}

/** Index of the first value of `minMaxIndex`: `period - 1`. */
export function minMaxIndexLookback(options: MinMaxIndexOptions = {}): number {
  return minMaxIndexKernel(options).lookback
}

/**
 * Places of the lowest and highest of the last `period` values, counted from the first bar (with `nan: 'reset'`, from the last NaN).
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `minIndex` and `maxIndex`, `Float64Array[n]` each, bar indexes; the first `period - 1` slots are NaN.
 * - Cost: O(n), two allocations.
 * - Parity: TA-Lib `MINMAXINDEX`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000
 * @example
 * minMaxIndex([1, 3, 2], { period: 2 }).maxIndex // [NaN, 1, 1]
 */
export function minMaxIndex(values: Column, options: MinMaxIndexOptions = {}): Named<MinMaxIndexOutput> {
  return computeNamed(minMaxIndexKernel, names, [values], options)
}

/** The stream form of `minMaxIndex`. */
export function createMinMaxIndex(
  options: MinMaxIndexOptions = {},
): Stream1<Record<MinMaxIndexOutput, number>> {
  return createNamedStream(minMaxIndexKernel(options), names, 1, options)
}
