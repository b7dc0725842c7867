import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'

export type AvgdevOptions = IndicatorOptions & {
  /** Bars in the window, 2 to 100,000. @default 14 */
  period?: number
}

/** The loop with its parameters bound. */
export function avgdevKernel({ period = 14 }: AvgdevOptions): Kernel {
  const lookback = integer('period', period, 2) - 1
  return {
    lookback,
    window: period,
    states: [],
    outputs: 1,
    run(inputs, outputs, start, end) {
      const input = inputs[0]
      const output = outputs[0]
      let index = Math.max(start, lookback)
      // Each bar's two sums wait for their own additions only, so two bars at a time take the time of one.
      for (; index + 1 < end; index += 2) {
        let sumA = 0
        let sumB = input[index + 1] as number
        for (let back = 0; back < lookback; back++) {
          const value = input[index - back] as number
          sumA += value
          sumB += value
        }
        sumA += input[index - lookback] as number
        const meanA = sumA / period
        const meanB = sumB / period
        let deviationA = 0
        let deviationB = Math.abs((input[index + 1] as number) - meanB)
        for (let back = 0; back < lookback; back++) {
          const value = input[index - back] as number
          deviationA += Math.abs(value - meanA)
          deviationB += Math.abs(value - meanB)
        }
        deviationA += Math.abs((input[index - lookback] as number) - meanA)
        output[index] = deviationA / period
        output[index + 1] = deviationB / period
      }
      for (; index < end; index++) {
        let sum = 0
        for (let back = 0; back < period; back++) sum += input[index - back] as number
        const mean = sum / period
        let deviation = 0
        for (let back = 0; back < period; back++)
          deviation += Math.abs((input[index - back] as number) - mean)
        output[index] = deviation / period
      }
    },
  }
}

/** Index of the first value of `avgdev`. */
export function avgdevLookback(options: AvgdevOptions = {}): number {
  return avgdevKernel(options).lookback
}

/**
 * Average deviation: the mean distance of the last `period` values from their mean.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit; the first `period - 1` slots are NaN.
 * - Cost: O(n * period), one allocation: any shorter way rounds differently.
 * - Parity: TA-Lib `AVGDEV`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000
 * @example
 * avgdev([1, 3, 3], { period: 2 }) // [NaN, 1, 0]
 */
export function avgdev(values: Column, options: AvgdevOptions = {}): Float64Array {
  return compute(avgdevKernel(options), [values], options)
}

/** The stream form of `avgdev`. */
export function createAvgdev(options: AvgdevOptions = {}): Stream1 {
  return createStream(avgdevKernel(options), 1, options)
}
