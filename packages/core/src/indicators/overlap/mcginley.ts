import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'

export type McginleyOptions = IndicatorOptions & {
  /** Speed: about the bars of the average it follows, 1 to 100,000. @default 14 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function mcginleyKernel({ period = 14 }: McginleyOptions): Kernel {
  integer('period', period, 1)
  const state = new Float64Array(2)
  return {
    lookback: 0,
    window: 0,
    states: [state],
    run(inputs, outputs, start, end) {
      const values = inputs[0]
      const output = outputs[0]
      let line = state[0] as number
      for (let index = start; index < end; index++) {
        const value = values[index] as number
        if (state[1] === 0) {
          state[1] = 1
          line = value
        } else if (value !== line) {
          const ratio = value / line
          line += (value - line) / (period * ratio * ratio * ratio * ratio)
        }
        output[index] = line
      }
      state[0] = line
    },
  }
}

/** Index of the first value of `mcginley`. */
export function mcginleyLookback(options: McginleyOptions = {}): number {
  return mcginleyKernel(options).lookback
}

/**
 * McGinley dynamic: an average that follows faster when the market falls away from it and slower when it rises.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit, from the first bar.
 * - Cost: O(n).
 * - Source: J. McGinley, "McGinley Dynamics", Market Technicians Association Journal (summer 1997), whose N is `period`: he
 *   takes 60 % of the bars of the average to be replaced. Begins as TradingView's script does.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 */
export function mcginley(values: Column, options: McginleyOptions = {}): Float64Array {
  return compute(mcginleyKernel, [values], options)
}

/** The stream form of `mcginley`. */
export function createMcginley(options: McginleyOptions = {}): Stream1 {
  return createStream(mcginleyKernel(options), 1, options)
}
