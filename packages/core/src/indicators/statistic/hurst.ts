import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { hurstExponent } from './hurst-exponent.ts'

export type HurstOptions = IndicatorOptions & {
  /** Bars in the window, 20 to 100,000. @default 100 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function hurstKernel({ period = 100 }: HurstOptions): Kernel {
  integer('period', period, 20)
  const returns = new Float64Array(period)
  return {
    lookback: period,
    window: period + 1,
    states: [],
    run(inputs, outputs, start, end) {
      const values = inputs[0]
      for (let index = later(start, period); index < end; index++) {
        for (let place = 0, at = index - period + 1; place < period; place++, at++)
          returns[place] = Math.log((values[at] as number) / (values[at - 1] as number))
        outputs[0][index] = hurstExponent(returns)
      }
    },
  }
}

/** Index of the first value of `hurst`. */
export function hurstLookback(options: HurstOptions = {}): number {
  return hurstKernel(options).lookback
}

/**
 * Hurst exponent of the last `period` log returns by rescaled range: above 0.5 trends last, below they turn.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, about 0 to 1; the first `period` slots are NaN, and so is a window whose returns do not vary. Values must be above 0.
 * - Cost: O(n * period), one allocation.
 * - Source: H. E. Hurst, "Long-Term Storage Capacity of Reservoirs", Transactions of the ASCE 116 (1951); E. Peters,
 *   "Fractal Market Analysis" (1994), ch. 4, with lengths that halve from `period` down to 8.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 */
export function hurst(values: Column, options: HurstOptions = {}): Float64Array {
  return compute(hurstKernel, [values], options)
}

/** The stream form of `hurst`. */
export function createHurst(options: HurstOptions = {}): Stream1 {
  return createStream(hurstKernel(options), 1, options)
}
