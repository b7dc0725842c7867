import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { real } from '../framework/parameter.ts'
import type { IndicatorStream } from '../framework/stream.ts'
import { vwapKernelOf } from './vwap-kernel.ts'

const names = ['value', 'upper', 'lower'] as const

export type VwapOutput = (typeof names)[number]

export type VwapOptions = IndicatorOptions<Named<VwapOutput>> & {
  /** Standard deviations between the average and a band, from 0. @default 2 */
  deviations?: number | undefined
  /** Length of a session in ms; 0 for one that never ends, from 0. @default 86400000 */
  sessionMs?: number | undefined
  /** What to add to the time so that sessions start at whole multiples of `sessionMs`: the zone's offset, in ms, any number. @default 0 */
  offsetMs?: number | undefined
}

/** The loop with its parameters bound. */
export function vwapKernel({ deviations = 2, sessionMs = 86400000, offsetMs = 0 }: VwapOptions): Kernel {
  real('sessionMs', sessionMs, 0)
  real('offsetMs', offsetMs)
  // Sessions of long ago have negative numbers, and 0 stands for none: the fraction keeps them apart.
  return vwapKernelOf(deviations, (time) =>
    sessionMs > 0 ? Math.floor((time + offsetMs) / sessionMs) + 0.5 : 1,
  )
}

/** Index of the first value of `vwap`. */
export function vwapLookback(options: VwapOptions = {}): number {
  return vwapKernel(options).lookback
}

/**
 * Volume-weighted average price since the session began, with bands of volume-weighted standard deviations.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, `volume[n]`, `time[n]`, oldest first. `time` in ms UTC.
 * - Output: `value`, `upper`, `lower`, `Float64Array[n]` each, price units, from the first bar.
 * - Cost: O(n), three allocations.
 * - Source: S. Berkowitz, D. Logue and E. Noser, "The Total Cost of Transactions on the NYSE", Journal of Finance 43:1
 *   (1988); bands of `ta.vwap` in TradingView's Pine Script reference.
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function vwap(
  high: Column,
  low: Column,
  close: Column,
  volume: Column,
  time: Column,
  options: VwapOptions = {},
): Named<VwapOutput> {
  return computeNamed(vwapKernel, names, [high, low, close, volume, time], options)
}

/** The stream form of `vwap`. */
export function createVwap(
  options: VwapOptions = {},
): IndicatorStream<
  [high: number, low: number, close: number, volume: number, time: number],
  Record<VwapOutput, number>
> {
  return createNamedStream(vwapKernel(options), names, 5, options)
}
