import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { momentsKernel } from './moments.ts'

export type KurtosisOptions = IndicatorOptions & {
  /** Bars in the window, 4 to 100,000. @default 30 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function kurtosisKernel({ period = 30 }: KurtosisOptions): Kernel {
  integer('period', period, 4)
  const scale = (period - 1) / ((period - 2) * (period - 3))
  return momentsKernel(period, (output, row, moments) => {
    const second = (moments[2] as number) / period
    const excess = (moments[4] as number) / period / (second * second) - 3
    output[row] = second > 0 ? scale * ((period + 1) * excess + 6) : second
  })
}

/** Index of the first value of `kurtosis`. */
export function kurtosisLookback(options: KurtosisOptions = {}): number {
  return kurtosisKernel(options).lookback
}

/**
 * Sample excess kurtosis of the last `period` values, adjusted for bias: 0 for a normal distribution.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`; the first `period - 1` slots are NaN; 0 where the window is flat.
 * - Cost: O(n) whatever the period, and memory for a window.
 * - Source: D. Joanes and C. Gill, "Comparing measures of sample skewness and kurtosis", The Statistician 47:1 (1998), G2.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 */
export function kurtosis(values: Column, options: KurtosisOptions = {}): Float64Array {
  return compute(kurtosisKernel, [values], options)
}

/** The stream form of `kurtosis`. */
export function createKurtosis(options: KurtosisOptions = {}): Stream1 {
  return createStream(kurtosisKernel(options), 1, options)
}
