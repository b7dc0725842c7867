import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { Stream1 } from '../framework/stream.ts'
import { ratioKernel } from './ratio.ts'

export type RocrOptions = IndicatorOptions & {
  /** Bars between the two values, 1 to 100,000. @default 10 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function rocrKernel({ period = 10 }: RocrOptions): Kernel {
  return ratioKernel(period, 0, 1)
}

/** Index of the first value of `rocr`: `period`. */
export function rocrLookback(options: RocrOptions = {}): number {
  return rocrKernel(options).lookback
}

/**
 * Rate of change as a ratio to the value `period` bars earlier.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, a ratio (`1.05` is +5 %), 0 where the earlier value is 0; the first `period` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `ROCR`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 1 to 100,000
 * @example
 * rocr([100, 125, 100], { period: 1 }) // [NaN, 1.25, 0.8]
 */
export function rocr(values: Column, options: RocrOptions = {}): Float64Array {
  return compute(rocrKernel, [values], options)
}

/** The stream form of `rocr`. */
export function createRocr(options: RocrOptions = {}): Stream1 {
  return createStream(rocrKernel(options), 1, options)
}
