import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { real } from '../framework/parameter.ts'
import type { IndicatorStream } from '../framework/stream.ts'
import { vwapKernelOf } from './vwap-kernel.ts'

const names = ['value', 'upper', 'lower'] as const

export type AnchoredVwapOutput = (typeof names)[number]

export type AnchoredVwapOptions = IndicatorOptions<Named<AnchoredVwapOutput>> & {
  /** Time of the first bar that counts, ms UTC, any number. @default 0 */
  anchor?: number | undefined
  /** Standard deviations between the average and a band, from 0. @default 2 */
  deviations?: number | undefined
}

/** The loop with its parameters bound. */
export function anchoredVwapKernel({ anchor = 0, deviations = 2 }: AnchoredVwapOptions): Kernel {
  real('anchor', anchor)
  return vwapKernelOf(deviations, (time) => (time < anchor ? 0 : 1))
}

/** Index of the first value of `anchoredVwap`. */
export function anchoredVwapLookback(options: AnchoredVwapOptions = {}): number {
  return anchoredVwapKernel(options).lookback
}

/**
 * Volume-weighted average price since an event, with bands of volume-weighted standard deviations.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, `volume[n]`, `time[n]`, oldest first. `time` in ms UTC.
 * - Output: `value`, `upper`, `lower`, `Float64Array[n]` each, price units; NaN before the anchor.
 * - Cost: O(n), three allocations.
 * - Source: B. Shannon, "Maximum Trading Gains With Anchored VWAP" (2023); bands as in `vwap`.
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function anchoredVwap(
  high: Column,
  low: Column,
  close: Column,
  volume: Column,
  time: Column,
  options: AnchoredVwapOptions = {},
): Named<AnchoredVwapOutput> {
  return computeNamed(anchoredVwapKernel, names, [high, low, close, volume, time], options)
}

/** The stream form of `anchoredVwap`. */
export function createAnchoredVwap(
  options: AnchoredVwapOptions = {},
): IndicatorStream<
  [high: number, low: number, close: number, volume: number, time: number],
  Record<AnchoredVwapOutput, number>
> {
  return createNamedStream(anchoredVwapKernel(options), names, 5, options)
}
