import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'
import { SlidingExtreme } from '../math-operators/sliding-extreme.ts'
import { trueRange } from './true-range.ts'

export type ChoppinessOptions = IndicatorOptions & {
  /** Bars in the window, 2 to 100,000. @default 14 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function choppinessKernel({ period = 14 }: ChoppinessOptions): Kernel {
  integer('period', period, 2)
  const highest = new SlidingExtreme(period, 1)
  const lowest = new SlidingExtreme(period, -1)
  const state = new Float64Array(1)
  const scale = 100 / Math.log10(period)
  return {
    lookback: period,
    window: period,
    states: [state, highest.state, lowest.state],
    scratch: slidingScratch(3),
    forget() {
      highest.forget()
      lowest.forget()
    },
    run(inputs, outputs, start, end) {
      const high = inputs[0]
      const low = inputs[1]
      const close = inputs[2]
      const output = outputs[0]
      const ranges = outputs[1]
      const tops = outputs[2]
      const bottoms = outputs[3]
      highest.follow(high, tops, undefined, 0, start, end)
      lowest.follow(low, bottoms, undefined, 0, start, end)
      let sum = state[0] as number
      for (let index = later(start, 1); index < end; index++) {
        ranges[index] = trueRange(high[index] as number, low[index] as number, close[index - 1] as number)
        sum += ranges[index] as number
        if (index < period) continue
        const span = (tops[index] as number) - (bottoms[index] as number)
        output[index] = span > 0 && sum > 0 ? scale * Math.log10(sum / span) : Number.NaN
        sum -= ranges[index - period + 1] as number
      }
      state[0] = sum
    },
  }
}

/** Index of the first value of `choppiness`. */
export function choppinessLookback(options: ChoppinessOptions = {}): number {
  return choppinessKernel(options).lookback
}

/**
 * Choppiness index: how much of the distance covered was not trend. 100 goes nowhere, 0 goes straight.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`, percent, from 0; gaps can take it beyond 100. The first `period` slots are NaN, and so is a
 *   window without range.
 * - Cost: O(n), four allocations.
 * - Source: E. W. Dreiss, "The Fractal Wave Algorithm" (Commodity Traders Consumer Report), in the form of TradingView's
 *   script "Choppiness Index": the range is that of highs and lows, where his own takes the close before the bar in.
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function choppiness(
  high: Column,
  low: Column,
  close: Column,
  options: ChoppinessOptions = {},
): Float64Array {
  return compute(choppinessKernel, [high, low, close], options)
}

/** The stream form of `choppiness`. */
export function createChoppiness(options: ChoppinessOptions = {}): HighLowCloseStream {
  return createStream(choppinessKernel(options), 3, options)
}
