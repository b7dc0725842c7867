import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { HighLowStream } from '../framework/stream.ts'
import { directionalKernel } from './directional.ts'
import { minusOn } from './movement-on.ts'

export type MinusDmOptions = IndicatorOptions & {
  /** Bars of Wilder's sums, 1 to 100,000. @default 14 */
  period?: number | undefined
  /** Leading values to hide while the seed fades. @default 0 */
  unstablePeriod?: number | undefined
}

/** The loop with its parameters bound. */
export function minusDmKernel({ period = 14, unstablePeriod = 0 }: MinusDmOptions): Kernel {
  integer('period', period, 1)
  return directionalKernel(period, period - 1, integer('unstablePeriod', unstablePeriod, 0), minusOn)
}

/** Index of the first value of `minusDm`: `period - 1 + unstablePeriod`, and 1 for a period of 1. */
export function minusDmLookback(options: MinusDmOptions = {}): number {
  return minusDmKernel(options).lookback
}

/**
 * Minus directional movement: how far lows fell, summed as Wilder does.
 *
 * - Input: `high[n]`, `low[n]`, oldest first.
 * - Output: `Float64Array[n]`, price units; NaN before `minusDmLookback`.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `MINUS_DM`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 1 to 100,000, or the columns differ in length
 * @example
 * minusDm(high, low, { period: 14 })
 */
export function minusDm(high: Column, low: Column, options: MinusDmOptions = {}): Float64Array {
  return compute(minusDmKernel, [high, low], options)
}

/** The stream form of `minusDm`. */
export function createMinusDm(options: MinusDmOptions = {}): HighLowStream {
  return createStream(minusDmKernel(options), 2, options)
}
