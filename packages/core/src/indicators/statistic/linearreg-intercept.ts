import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { lineKernel } from './fit-lines.ts'

export type LinearregInterceptOptions = IndicatorOptions & {
  /** Bars in the window, 2 to 100,000. @default 14 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function linearregInterceptKernel({ period = 14 }: LinearregInterceptOptions): Kernel {
  return lineKernel(integer('period', period, 2), 0)
}

/** Index of the first value of `linearregIntercept`. */
export function linearregInterceptLookback(options: LinearregInterceptOptions = {}): number {
  return linearregInterceptKernel(options).lookback
}

/**
 * Linear regression intercept: the value of the least-squares line at the first of the last `period` bars.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit; the first `period - 1` slots are NaN.
 * - Cost: O(n * period), one allocation: any shorter way rounds differently.
 * - Parity: TA-Lib `LINEARREG_INTERCEPT`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000
 * @example
 * linearregIntercept([1, 2, 3], { period: 2 }) // [NaN, 1, 2]
 */
export function linearregIntercept(values: Column, options: LinearregInterceptOptions = {}): Float64Array {
  return compute(linearregInterceptKernel, [values], options)
}

/** The stream form of `linearregIntercept`. */
export function createLinearregIntercept(options: LinearregInterceptOptions = {}): Stream1 {
  return createStream(linearregInterceptKernel(options), 1, options)
}
