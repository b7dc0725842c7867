import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'

export type ZscoreOptions = IndicatorOptions & {
  /** Bars in the window, 2 to 100,000. @default 20 */
  period?: number
}

/** The loop with its parameters bound. */
export function zscoreKernel({ period = 20 }: ZscoreOptions): Kernel {
  const lookback = integer('period', period, 2) - 1
  return {
    lookback,
    window: period,
    states: [],
    run(inputs, outputs, start, end) {
      const values = inputs[0]
      const output = outputs[0]
      for (let index = later(start, lookback); index < end; index++) {
        let sum = 0
        for (let at = index - lookback; at <= index; at++) sum += values[at] as number
        const mean = sum / period
        let squares = 0
        for (let at = index - lookback; at <= index; at++) {
          const distance = (values[at] as number) - mean
          squares += distance * distance
        }
        const spread = Math.sqrt(squares / period)
        output[index] = spread > 0 ? ((values[index] as number) - mean) / spread : spread
      }
    },
  }
}

/** Index of the first value of `zscore`. */
export function zscoreLookback(options: ZscoreOptions = {}): number {
  return zscoreKernel(options).lookback
}

/**
 * Z-score: how many population standard deviations the value lies from the mean of the last `period`.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, standard deviations; the first `period - 1` slots are NaN; 0 where the window is flat.
 * - Cost: O(n * period), one allocation.
 * - Source: NIST/SEMATECH, "Engineering Statistics Handbook", 1.3.5.17, with the deviation of the population.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 */
export function zscore(values: Column, options: ZscoreOptions = {}): Float64Array {
  return compute(zscoreKernel, [values], options)
}

/** The stream form of `zscore`. */
export function createZscore(options: ZscoreOptions = {}): Stream1 {
  return createStream(zscoreKernel(options), 1, options)
}
