import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'

export type SkewOptions = IndicatorOptions & {
  /** Bars in the window, 3 to 100,000. @default 30 */
  period?: number
}

/** The loop with its parameters bound. */
export function skewKernel({ period = 30 }: SkewOptions): Kernel {
  const lookback = integer('period', period, 3) - 1
  return {
    lookback,
    window: period,
    states: [],
    run(inputs, outputs, start, end) {
      const values = inputs[0]
      const output = outputs[0]
      for (let index = Math.max(start, lookback) | 0; index < end; index++) {
        let sum = 0
        for (let at = index - lookback; at <= index; at++) sum += values[at] as number
        const mean = sum / period
        let second = 0
        let third = 0
        for (let at = index - lookback; at <= index; at++) {
          const distance = (values[at] as number) - mean
          second += distance * distance
          third += distance * distance * distance
        }
        second /= period
        third /= period
        output[index] =
          second > 0
            ? ((Math.sqrt(period * (period - 1)) / (period - 2)) * third) / (second * Math.sqrt(second))
            : second
      }
    },
  }
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
 * - Cost: O(n * period), one allocation.
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
