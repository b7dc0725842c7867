import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { lineKernel } from './fit-lines.ts'

export type LinearregSlopeOptions = IndicatorOptions & {
  /** Bars in the window, 2 to 100,000. @default 14 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function linearregSlopeKernel({ period = 14 }: LinearregSlopeOptions): Kernel {
  return lineKernel(integer('period', period, 2), -1)
}

/** Index of the first value of `linearregSlope`. */
export function linearregSlopeLookback(options: LinearregSlopeOptions = {}): number {
  return linearregSlopeKernel(options).lookback
}

/**
 * Linear regression slope: how much the least-squares line through the last `period` values rises a bar.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit a bar; the first `period - 1` slots are NaN.
 * - Cost: O(n * period), one allocation: any shorter way rounds differently.
 * - Parity: TA-Lib `LINEARREG_SLOPE`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000
 * @example
 * linearregSlope([1, 2, 4], { period: 2 }) // [NaN, 1, 2]
 */
export function linearregSlope(values: Column, options: LinearregSlopeOptions = {}): Float64Array {
  return compute(linearregSlopeKernel, [values], options)
}

/** The stream form of `linearregSlope`. */
export function createLinearregSlope(options: LinearregSlopeOptions = {}): Stream1 {
  return createStream(linearregSlopeKernel(options), 1, options)
}
