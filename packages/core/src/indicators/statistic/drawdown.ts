import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { Stream1 } from '../framework/stream.ts'

export type DrawdownOptions = IndicatorOptions

/** The loop with its parameters bound. */
export function drawdownKernel(_options: DrawdownOptions): Kernel {
  const state = new Float64Array([Number.NEGATIVE_INFINITY])
  return {
    lookback: 0,
    window: 0,
    states: [state],
    run(inputs, outputs, start, end) {
      const values = inputs[0]
      const output = outputs[0]
      let peak = state[0] as number
      for (let index = start; index < end; index++) {
        const value = values[index] as number
        if (value > peak) peak = value
        output[index] = peak > 0 ? (value / peak - 1) * 100 : Number.NaN
      }
      state[0] = peak
    },
  }
}

/** Index of the first value of `drawdown`. */
export function drawdownLookback(options: DrawdownOptions = {}): number {
  return drawdownKernel(options).lookback
}

/**
 * Drawdown: how far the value is below its highest so far.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, percent, 0 or less, from the first bar.
 * - Cost: O(n).
 * - Source: M. Magdon-Ismail and A. Atiya, "Maximum Drawdown", Risk 17:10 (2004).
 *
 * @throws {InvalidParameterError} `out` is not as long as the input
 * @example
 * drawdown([100, 80, 120]) // [0, -20, 0]
 */
export function drawdown(values: Column, options: DrawdownOptions = {}): Float64Array {
  return compute(drawdownKernel, [values], options)
}

/** The stream form of `drawdown`. */
export function createDrawdown(options: DrawdownOptions = {}): Stream1 {
  return createStream(drawdownKernel(options), 1, options)
}
