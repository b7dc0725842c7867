import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { real } from '../framework/parameter.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'
import { squeezeKernelOf } from './squeeze-kernel.ts'

const names = ['value', 'wideOn', 'normalOn', 'narrowOn'] as const

export type SqueezeProOutput = (typeof names)[number]

export type SqueezeProOptions = IndicatorOptions<Named<SqueezeProOutput>> & {
  /** Bars in the window, 2 to 100,000. @default 20 */
  period?: number | undefined
  /** Standard deviations of the Bollinger bands, from 0. @default 2 */
  deviations?: number | undefined
  /** Average ranges of a Keltner channel, from 0. @default 2 */
  wide?: number | undefined
  /** Average ranges of a Keltner channel, from 0. @default 1.5 */
  normal?: number | undefined
  /** Average ranges of a Keltner channel, from 0. @default 1 */
  narrow?: number | undefined
}

/** The loop with its parameters bound. */
export function squeezeProKernel({
  period = 20,
  deviations = 2,
  wide = 2,
  normal = 1.5,
  narrow = 1,
}: SqueezeProOptions): Kernel {
  return squeezeKernelOf(period, deviations, [
    real('wide', wide, 0),
    real('normal', normal, 0),
    real('narrow', narrow, 0),
  ])
}

/** Index of the first value of `squeezePro`. */
export function squeezeProLookback(options: SqueezeProOptions = {}): number {
  return squeezeProKernel(options).lookback
}

/**
 * TTM squeeze pro: the squeeze told by three Keltner channels, from wide to narrow.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `value` in price units and `wideOn`, `normalOn`, `narrowOn` (1 in a squeeze, else 0), `Float64Array[n]` each; the first `2 * (period - 1)` slots are NaN.
 * - Cost: O(n), 7 allocations.
 * - Source: J. Carter, "Mastering the Trade", 3rd ed. (2019); widths of pandas-ta's `squeeze_pro` (2, 1.5, 1).
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function squeezePro(
  high: Column,
  low: Column,
  close: Column,
  options: SqueezeProOptions = {},
): Named<SqueezeProOutput> {
  return computeNamed(squeezeProKernel, names, [high, low, close], options)
}

/** The stream form of `squeezePro`. */
export function createSqueezePro(
  options: SqueezeProOptions = {},
): HighLowCloseStream<Record<SqueezeProOutput, number>> {
  return createNamedStream(squeezeProKernel(options), names, 3, options)
}
