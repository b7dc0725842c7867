import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { seriesKernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer, real } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { varSeries } from './var.ts'

export type VarianceOptions = IndicatorOptions & {
  /** Bars in the window, 1 to 100,000. @default 5 */
  period?: number | undefined
  /** Has no effect: TA-Lib takes it and leaves it unused. @default 1 */
  deviations?: number | undefined
}

/** The loop with its parameters bound. */
export function varianceKernel({ period = 5, deviations = 1 }: VarianceOptions): Kernel {
  real('deviations', deviations)
  return seriesKernel(varSeries(integer('period', period, 1)))
}

/** Index of the first value of `variance`. */
export function varianceLookback(options: VarianceOptions = {}): number {
  return varianceKernel(options).lookback
}

/**
 * Population variance of the last `period` values.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, unit squared; the first `period - 1` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `VAR`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 1 to 100,000
 * @example
 * variance([1, 3, 3], { period: 2 }) // [NaN, 1, 0]
 */
export function variance(values: Column, options: VarianceOptions = {}): Float64Array {
  return compute(varianceKernel, [values], options)
}

/** The stream form of `variance`. */
export function createVariance(options: VarianceOptions = {}): Stream1 {
  return createStream(varianceKernel(options), 1, options)
}
