import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer, real } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { IndicatorStream } from '../framework/stream.ts'
import { smaSeries } from '../overlap/sma.ts'

export type EomOptions = IndicatorOptions & {
  /** Bars of the average, 1 to 100,000. @default 14 */
  period?: number | undefined
  /** Volume that counts as 1, from 1. @default 10000 */
  divisor?: number | undefined
}

/** The loop with its parameters bound. */
export function eomKernel({ period = 14, divisor = 10000 }: EomOptions): Kernel {
  integer('period', period, 1)
  real('divisor', divisor, 1)
  const average = smaSeries(period, 1)
  return {
    lookback: average.lookback,
    window: average.window,
    states: average.states,
    scratch: slidingScratch(1),
    run(inputs, outputs, start, end) {
      const high = inputs[0]
      const low = inputs[1]
      const volume = inputs[2]
      const ease = outputs[1]
      for (let index = later(start, 1); index < end; index++) {
        const top = high[index] as number
        const bottom = low[index] as number
        const moved = (top + bottom - ((high[index - 1] as number) + (low[index - 1] as number))) / 2
        const size = volume[index] as number
        ease[index] = size > 0 ? (moved * (top - bottom) * divisor) / size : 0
      }
      average.step(ease, outputs[0], start, end)
    },
  }
}

/** Index of the first value of `eom`. */
export function eomLookback(options: EomOptions = {}): number {
  return eomKernel(options).lookback
}

/**
 * Ease of movement: how far the middle of the bar moved for its volume, times the range; averaged.
 *
 * - Input: `high[n]`, `low[n]`, `volume[n]`, oldest first.
 * - Output: `Float64Array[n]`; the first `period` slots are NaN. A bar without volume counts as 0.
 * - Cost: O(n), two allocations.
 * - Source: R. Arms, "Volume Cycles in the Stock Market" (1983); formula and defaults of TradingView's script "Ease of
 *   Movement".
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function eom(high: Column, low: Column, volume: Column, options: EomOptions = {}): Float64Array {
  return compute(eomKernel, [high, low, volume], options)
}

/** The stream form of `eom`. */
export function createEom(
  options: EomOptions = {},
): IndicatorStream<[high: number, low: number, volume: number]> {
  return createStream(eomKernel(options), 3, options)
}
