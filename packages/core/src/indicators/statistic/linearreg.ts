import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { lineKernel } from './fit-lines.ts'

export type LinearregOptions = IndicatorOptions & {
  /** Bars in the window, 2 to 100,000. @default 14 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function linearregKernel({ period = 14 }: LinearregOptions): Kernel {
  return lineKernel(integer('period', period, 2), period - 1)
}

/** Index of the first value of `linearreg`. */
export function linearregLookback(options: LinearregOptions = {}): number {
  return linearregKernel(options).lookback
}

/**
 * Linear regression: the end of the least-squares line through the last `period` values.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit; the first `period - 1` slots are NaN.
 * - Cost: O(n * period), one allocation: any shorter way rounds differently.
 * - Parity: TA-Lib `LINEARREG`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000
 * @example
 * linearreg([1, 2, 3], { period: 2 }) // [NaN, 2, 3]
 */
export function linearreg(values: Column, options: LinearregOptions = {}): Float64Array {
  return compute(linearregKernel, [values], options)
}

/** The stream form of `linearreg`. */
export function createLinearreg(options: LinearregOptions = {}): Stream1 {
  return createStream(linearregKernel(options), 1, options)
}
