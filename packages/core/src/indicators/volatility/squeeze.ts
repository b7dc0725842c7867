import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { real } from '../framework/parameter.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'
import { squeezeKernelOf } from './squeeze-kernel.ts'

const names = ['value', 'on'] as const

export type SqueezeOutput = (typeof names)[number]

export type SqueezeOptions = IndicatorOptions<Named<SqueezeOutput>> & {
  /** Bars in the window, 2 to 100,000. @default 20 */
  period?: number | undefined
  /** Standard deviations of the Bollinger bands, from 0. @default 2 */
  deviations?: number | undefined
  /** Average ranges of a Keltner channel, from 0. @default 1.5 */
  width?: number | undefined
}

/** The loop with its parameters bound. */
export function squeezeKernel({ period = 20, deviations = 2, width = 1.5 }: SqueezeOptions): Kernel {
  return squeezeKernelOf(period, deviations, [real('width', width, 0)])
}

/** Index of the first value of `squeeze`. */
export function squeezeLookback(options: SqueezeOptions = {}): number {
  return squeezeKernel(options).lookback
}

/**
 * TTM squeeze: whether the Bollinger bands lie inside the Keltner channel, and the momentum to expect when they come out.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `value` in price units and `on` (1 in a squeeze, else 0), `Float64Array[n]` each; the first `2 * (period - 1)` slots are NaN.
 * - Cost: O(n), 5 allocations.
 * - Source: J. Carter, "Mastering the Trade" (2005); momentum of LazyBear, "Squeeze Momentum Indicator" (TradingView, 2014),
 *   whose bands are as wide as the channel's factor by an oversight. Here they have `deviations`, as in pandas-ta's
 *   `squeeze`.
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function squeeze(
  high: Column,
  low: Column,
  close: Column,
  options: SqueezeOptions = {},
): Named<SqueezeOutput> {
  return computeNamed(squeezeKernel, names, [high, low, close], options)
}

/** The stream form of `squeeze`. */
export function createSqueeze(
  options: SqueezeOptions = {},
): HighLowCloseStream<Record<SqueezeOutput, number>> {
  return createNamedStream(squeezeKernel(options), names, 3, options)
}
