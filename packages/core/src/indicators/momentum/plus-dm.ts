import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { HighLowStream } from '../framework/stream.ts'
import { directionalKernel } from './directional.ts'
import { plusOn } from './movement-on.ts'

export type PlusDmOptions = IndicatorOptions & {
  /** Bars of Wilder's sums, 1 to 100,000. @default 14 */
  period?: number | undefined
  /** Leading values to hide while the seed fades. @default 0 */
  unstablePeriod?: number | undefined
}

/** The loop with its parameters bound. */
export function plusDmKernel({ period = 14, unstablePeriod = 0 }: PlusDmOptions): Kernel {
  integer('period', period, 1)
  return directionalKernel(period, period - 1, integer('unstablePeriod', unstablePeriod, 0), plusOn)
}

/** Index of the first value of `plusDm`: `period - 1 + unstablePeriod`, and 1 for a period of 1. */
export function plusDmLookback(options: PlusDmOptions = {}): number {
  return plusDmKernel(options).lookback
}

/**
 * Plus directional movement: how far highs rose, summed as Wilder does.
 *
 * - Input: `high[n]`, `low[n]`, oldest first.
 * - Output: `Float64Array[n]`, price units; NaN before `plusDmLookback`.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `PLUS_DM`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 1 to 100,000, or the columns differ in length
 * @example
 * plusDm(high, low, { period: 14 })
 */
export function plusDm(high: Column, low: Column, options: PlusDmOptions = {}): Float64Array {
  return compute(plusDmKernel, [high, low], options)
}

/** The stream form of `plusDm`. */
export function createPlusDm(options: PlusDmOptions = {}): HighLowStream {
  return createStream(plusDmKernel(options), 2, options)
}
