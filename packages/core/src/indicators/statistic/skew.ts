import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { momentsKernel } from './moments.ts'

export type SkewOptions = IndicatorOptions & {
  /** Bars in the window, 3 to 100,000. @default 30 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function skewKernel({ period = 30 }: SkewOptions): Kernel {
  integer('period', period, 3)
  const scale = Math.sqrt(period * (period - 1)) / (period - 2)
  return momentsKernel(period, (output, row, moments) => {
    const second = (moments[2] as number) / period
    const third = (moments[3] as number) / period
    output[row] = second > 0 ? (scale * third) / (second * Math.sqrt(second)) : second
  })
}

/** Index of the first value of `skew`. */
export function skewLookback(options: SkewOptions = {}): number {
  return skewKernel(options).lookback
}

/**
 * Sample skewness of the last `period` values, adjusted for bias.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`; the first `period - 1` slots are NaN; 0 where the window is flat.
 * - Cost: O(n) whatever the period, and memory for a window.
 * - Source: D. Joanes and C. Gill, "Comparing measures of sample skewness and kurtosis", The Statistician 47:1 (1998), G1.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 */
export function skew(values: Column, options: SkewOptions = {}): Float64Array {
  return compute(skewKernel, [values], options)
}

/** The stream form of `skew`. */
export function createSkew(options: SkewOptions = {}): Stream1 {
  return createStream(skewKernel(options), 1, options)
}
