import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { Stream1 } from '../framework/stream.ts'
import { SlidingExtreme } from '../math-operators/sliding-extreme.ts'

export type UlcerOptions = IndicatorOptions & {
  /** Bars in the window, 1 to 100,000. @default 14 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function ulcerKernel({ period = 14 }: UlcerOptions): Kernel {
  integer('period', period, 1)
  const highest = new SlidingExtreme(period, 1)
  const origin = period - 1
  const lookback = 2 * origin
  const state = new Float64Array(1)
  return {
    lookback,
    window: period,
    states: [state, highest.state],
    scratch: slidingScratch(2),
    forget: () => highest.forget(),
    run(inputs, outputs, start, end) {
      const values = inputs[0]
      const output = outputs[0]
      const tops = outputs[1]
      const squares = outputs[2]
      highest.follow(values, tops, undefined, 0, start, end)
      let sum = state[0] as number
      for (let index = later(start, origin); index < end; index++) {
        const top = tops[index] as number
        const below = top === 0 ? 0 : (((values[index] as number) - top) / top) * 100
        squares[index] = below * below
        sum += squares[index] as number
        if (index < lookback) continue
        output[index] = sum > 0 ? Math.sqrt(sum / period) : 0
        sum -= squares[index - period + 1] as number
      }
      state[0] = sum
    },
  }
}

/** Index of the first value of `ulcer`. */
export function ulcerLookback(options: UlcerOptions = {}): number {
  return ulcerKernel(options).lookback
}

/**
 * Ulcer index: the root mean square of how far the value was below its highest of the last `period` bars.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, percent; the first `2 * (period - 1)` slots are NaN.
 * - Cost: O(n), three allocations.
 * - Source: P. Martin and B. McCann, "The Investor's Guide to Fidelity Funds" (1989); StockCharts, ChartSchool, "Ulcer
 *   Index".
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 */
export function ulcer(values: Column, options: UlcerOptions = {}): Float64Array {
  return compute(ulcerKernel, [values], options)
}

/** The stream form of `ulcer`. */
export function createUlcer(options: UlcerOptions = {}): Stream1 {
  return createStream(ulcerKernel(options), 1, options)
}
