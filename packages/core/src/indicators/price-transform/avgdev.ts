import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'

export type AvgdevOptions = IndicatorOptions & {
  /** Bars in the window, 2 to 100,000. @default 14 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function avgdevKernel({ period = 14 }: AvgdevOptions): Kernel {
  const lookback = integer('period', period, 2) - 1
  return {
    lookback,
    window: period,
    states: [],
    run: (inputs, outputs, start, end) => deviate(period, inputs[0], outputs[0], later(start, lookback), end),
  }
}

/**
 * The two sums are made afresh for every bar, newest value first: sliding ones would round differently. Two bars at a time,
 * whose additions do not wait for each other.
 */
function deviate(
  period: number,
  input: Float64Array,
  output: Float64Array,
  start: number,
  end: number,
): void {
  let index = start
  for (; index + 1 < end; index += 2) {
    const newest = input[index + 1] as number
    const oldest = input[index - period + 1] as number
    let sum = 0
    let nextSum = newest
    for (let back = 0; back < period - 1; back++) {
      const value = input[index - back] as number
      sum += value
      nextSum += value
    }
    const mean = (sum + oldest) / period
    const nextMean = nextSum / period
    let deviation = 0
    let nextDeviation = Math.abs(newest - nextMean)
    for (let back = 0; back < period - 1; back++) {
      const value = input[index - back] as number
      deviation += Math.abs(value - mean)
      nextDeviation += Math.abs(value - nextMean)
    }
    output[index] = (deviation + Math.abs(oldest - mean)) / period
    output[index + 1] = nextDeviation / period
  }
  for (; index < end; index++) {
    let sum = 0
    for (let back = 0; back < period; back++) sum += input[index - back] as number
    const mean = sum / period
    let deviation = 0
    for (let back = 0; back < period; back++) deviation += Math.abs((input[index - back] as number) - mean)
    output[index] = deviation / period
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
  return compute(avgdevKernel, [values], options)
}

/** The stream form of `avgdev`. */
export function createAvgdev(options: AvgdevOptions = {}): Stream1 {
  return createStream(avgdevKernel(options), 1, options)
}
