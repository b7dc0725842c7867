import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { type MacdOutput, macdFusedKernel, macdNames as names } from './macd.ts'

export type MacdfixOptions = IndicatorOptions<Named<MacdOutput>> & {
  /** Bars of the average of the difference, 1 to 100,000. @default 9 */
  signalPeriod?: number | undefined
}

/** The loop with its parameters bound. */
export function macdfixKernel({ signalPeriod = 9 }: MacdfixOptions): Kernel {
  integer('signalPeriod', signalPeriod, 1)
  // The weights that Appel gave for 12 and 26 bars, rounded as he did.
  return macdFusedKernel(12, 26, signalPeriod, 0.15, 0.075, 2 / (signalPeriod + 1))
}

/** Index of the first value of `macdfix`: `24 + signalPeriod`. */
export function macdfixLookback(options: MacdfixOptions = {}): number {
  return macdfixKernel(options).lookback
}

/**
 * MACD with the classic 12 and 26 bars and their rounded weights 0.15 and 0.075.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `{ macd, signal, histogram }`, each `Float64Array[n]` in the input's unit; NaN before `macdfixLookback`.
 * - Cost: O(n), three allocations.
 * - Parity: TA-Lib `MACDFIX`, to the bit.
 *
 * @throws {InvalidParameterError} `signalPeriod` is not a whole number from 1 to 100,000
 * @example
 * macdfix(closes, { signalPeriod: 9 })
 */
export function macdfix(values: Column, options: MacdfixOptions = {}): Named<MacdOutput> {
  return computeNamed(macdfixKernel, names, [values], options)
}

/** The stream form of `macdfix`. */
export function createMacdfix(options: MacdfixOptions = {}): Stream1<Record<MacdOutput, number>> {
  return createNamedStream(macdfixKernel(options), names, 1, options)
}
