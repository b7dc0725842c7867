import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { real } from '../framework/parameter.ts'
import type { HighLowStream } from '../framework/stream.ts'
import { parabolicKernel } from './parabolic.ts'

export type SarOptions = IndicatorOptions & {
  /** First step and further steps, from 0. @default 0.02 */
  acceleration?: number | undefined
  /** Largest step, from 0. @default 0.2 */
  maximum?: number | undefined
}

/** The loop with its parameters bound. */
export function sarKernel({ acceleration = 0.02, maximum = 0.2 }: SarOptions): Kernel {
  const steps = [real('acceleration', acceleration, 0), acceleration, real('maximum', maximum, 0)] as const
  return parabolicKernel(steps, steps, 0, 0, 1)
}

/** Index of the first value of `sar`: 1. */
export function sarLookback(options: SarOptions = {}): number {
  return sarKernel(options).lookback
}

/**
 * Parabolic SAR: a stop that closes in on the price and changes sides when touched.
 *
 * - Input: `high[n]`, `low[n]`, oldest first.
 * - Output: `Float64Array[n]`, price units; the first slot is NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `SAR`, to the bit.
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 * @example
 * sar(high, low, { acceleration: 0.02, maximum: 0.2 })
 */
export function sar(high: Column, low: Column, options: SarOptions = {}): Float64Array {
  return compute(sarKernel, [high, low], options)
}

/** The stream form of `sar`. */
export function createSar(options: SarOptions = {}): HighLowStream {
  return createStream(sarKernel(options), 2, options)
}
