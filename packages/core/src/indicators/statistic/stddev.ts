import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { type Kernel, seriesKernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer, real } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { varSeries } from './var.ts'

export type StddevOptions = IndicatorOptions & {
  /** Bars in the window, 2 to 100,000. @default 5 */
  period?: number | undefined
  /** Factor. @default 1 */
  deviations?: number | undefined
}

/** The loop with its parameters bound. */
export function stddevKernel({ period = 5, deviations = 1 }: StddevOptions): Kernel {
  return seriesKernel(varSeries(integer('period', period, 2), 0, real('deviations', deviations)))
}

/** Index of the first value of `stddev`. */
export function stddevLookback(options: StddevOptions = {}): number {
  return stddevKernel(options).lookback
}

/**
 * Population standard deviation of the last `period` values, times `deviations`.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit; the first `period - 1` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `STDDEV`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000
 * @example
 * stddev([1, 3, 3], { period: 2 }) // [NaN, 1, 0]
 */
export function stddev(values: Column, options: StddevOptions = {}): Float64Array {
  return compute(stddevKernel, [values], options)
}

/** The stream form of `stddev`. */
export function createStddev(options: StddevOptions = {}): Stream1 {
  return createStream(stddevKernel(options), 1, options)
}
