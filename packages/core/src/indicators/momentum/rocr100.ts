import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { Stream1 } from '../framework/stream.ts'
import { ratioKernel } from './ratio.ts'

export type Rocr100Options = IndicatorOptions & {
  /** Bars between the two values, 1 to 100,000. @default 10 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function rocr100Kernel({ period = 10 }: Rocr100Options): Kernel {
  return ratioKernel(period, 0, 100)
}

/** Index of the first value of `rocr100`: `period`. */
export function rocr100Lookback(options: Rocr100Options = {}): number {
  return rocr100Kernel(options).lookback
}

/**
 * Rate of change as a ratio to the value `period` bars earlier, times 100.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, a ratio in percent (`105` is +5 %), 0 where the earlier value is 0; the first `period` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `ROCR100`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 1 to 100,000
 * @example
 * rocr100([100, 125, 100], { period: 1 }) // [NaN, 125, 80]
 */
export function rocr100(values: Column, options: Rocr100Options = {}): Float64Array {
  return compute(rocr100Kernel, [values], options)
}

/** The stream form of `rocr100`. */
export function createRocr100(options: Rocr100Options = {}): Stream1 {
  return createStream(rocr100Kernel(options), 1, options)
}
