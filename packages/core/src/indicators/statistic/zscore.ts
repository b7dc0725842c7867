import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { momentsKernel } from './moments.ts'

export type ZscoreOptions = IndicatorOptions & {
  /** Bars in the window, 2 to 100,000. @default 20 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function zscoreKernel({ period = 20 }: ZscoreOptions): Kernel {
  return momentsKernel(integer('period', period, 2), (output, row, moments, columns) => {
    const spread = Math.sqrt((moments[2] as number) / period)
    output[row] = spread > 0 ? ((columns[0][row] as number) - (moments[1] as number)) / spread : spread
  })
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
 * - Cost: O(n) whatever the period, and memory for a window.
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
