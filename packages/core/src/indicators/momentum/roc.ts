import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { Stream1 } from '../framework/stream.ts'
import { ratioKernel } from './ratio.ts'

export type RocOptions = IndicatorOptions & {
  /** Bars between the two values, 1 to 100,000. @default 10 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function rocKernel({ period = 10 }: RocOptions): Kernel {
  return ratioKernel(period, 1, 100)
}

/** Index of the first value of `roc`: `period`. */
export function rocLookback(options: RocOptions = {}): number {
  return rocKernel(options).lookback
}

/**
 * Rate of change: the move of each value against the one `period` bars earlier.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, percent (`5` is +5 %), 0 where the earlier value is 0; the first `period` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `ROC`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 1 to 100,000
 * @example
 * roc([100, 125, 100], { period: 1 }) // [NaN, 25, -20]
 */
export function roc(values: Column, options: RocOptions = {}): Float64Array {
  return compute(rocKernel, [values], options)
}

/** The stream form of `roc`. */
export function createRoc(options: RocOptions = {}): Stream1 {
  return createStream(rocKernel(options), 1, options)
}
