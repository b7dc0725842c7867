import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { lineKernel } from './fit-lines.ts'

export type TsfOptions = IndicatorOptions & {
  /** Bars in the window, 2 to 100,000. @default 14 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function tsfKernel({ period = 14 }: TsfOptions): Kernel {
  return lineKernel(integer('period', period, 2), period)
}

/** Index of the first value of `tsf`. */
export function tsfLookback(options: TsfOptions = {}): number {
  return tsfKernel(options).lookback
}

/**
 * Time series forecast: the least-squares line through the last `period` values, one bar further.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit; the first `period - 1` slots are NaN.
 * - Cost: O(n * period), one allocation: any shorter way rounds differently.
 * - Parity: TA-Lib `TSF`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000
 * @example
 * tsf([1, 2, 3], { period: 2 }) // [NaN, 3, 4]
 */
export function tsf(values: Column, options: TsfOptions = {}): Float64Array {
  return compute(tsfKernel, [values], options)
}

/** The stream form of `tsf`. */
export function createTsf(options: TsfOptions = {}): Stream1 {
  return createStream(tsfKernel(options), 1, options)
}
