import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { integer, real } from '../framework/parameter.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'
import { SlidingExtreme } from '../math-operators/sliding-extreme.ts'
import { smaSeries } from '../overlap/sma.ts'
import { fitLines } from '../statistic/fit-lines.ts'
import { varSeries } from '../statistic/var.ts'
import { trueRange } from './true-range.ts'

const names = ['value', 'wideOn', 'normalOn', 'narrowOn'] as const

export type SqueezeProOutput = (typeof names)[number]

export type SqueezeProOptions = IndicatorOptions<Named<SqueezeProOutput>> & {
  /** Bars in the window, 2 to 100,000. @default 20 */
  period?: number
  /** Standard deviations of the Bollinger bands, from 0. @default 2 */
  deviations?: number
  /** Average ranges of a Keltner channel, from 0. @default 2 */
  wide?: number
  /** Average ranges of a Keltner channel, from 0. @default 1.5 */
  normal?: number
  /** Average ranges of a Keltner channel, from 0. @default 1 */
  narrow?: number
}

/** The loop with its parameters bound. */
export function squeezeProKernel({
  period = 20,
  deviations = 2,
  wide = 2,
  normal = 1.5,
  narrow = 1,
}: SqueezeProOptions): Kernel {
  integer('period', period, 2)
  real('deviations', deviations, 0)
  real('wide', wide, 0)
  real('normal', normal, 0)
  real('narrow', narrow, 0)
  const average = smaSeries(period)
  const variance = varSeries(period)
  const ranges = smaSeries(period)
  const highest = new SlidingExtreme(period, 1)
  const lowest = new SlidingExtreme(period, -1)
  const origin = period - 1
  const lookback = 2 * origin
  return {
    lookback,
    window: period,
    states: [...average.states, ...variance.states, ...ranges.states, highest.state, lowest.state],
    outputs: 4,
    scratch: 3,
    forget() {
      highest.forget()
      lowest.forget()
    },
    run(inputs, outputs, start, end) {
      const high = inputs[0]
      const low = inputs[1]
      const close = inputs[2]
      const value = outputs[0]
      const flag = outputs[1]
      const detrended = outputs[4]
      const range = outputs[5]
      const spreads = outputs[6]
      // The lowest lows pass through the last column before it holds the spreads.
      highest.follow(high, detrended, undefined, 0, start, end)
      lowest.follow(low, spreads, undefined, 0, start, end)
      average.step(close, value, start, end)
      for (let index = Math.max(start, origin); index < end; index++) {
        const middle = ((detrended[index] as number) + (spreads[index] as number)) / 2
        detrended[index] = (close[index] as number) - (middle + (value[index] as number)) / 2
      }
      for (let index = start; index < end; index++) {
        const top = high[index] as number
        const bottom = low[index] as number
        range[index] = index === 0 ? top - bottom : trueRange(top, bottom, close[index - 1] as number)
      }
      variance.step(close, spreads, start, end)
      ranges.step(range, flag, start, end)
      for (let index = Math.max(start, lookback); index < end; index++) {
        const squared = spreads[index] as number
        const spread = squared > 0 ? deviations * Math.sqrt(squared) : 0
        const reach = flag[index] as number
        outputs[1][index] = spread < wide * reach ? 1 : 0
        outputs[2][index] = spread < normal * reach ? 1 : 0
        outputs[3][index] = spread < narrow * reach ? 1 : 0
      }
      const from = Math.max(start, lookback)
      // The end of the least-squares line through the detrended close.
      fitLines(detrended, spreads, value, period, from, end)
      for (let index = from; index < end; index++)
        value[index] = (value[index] as number) + (spreads[index] as number) * origin
    },
  }
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
 * - Cost: O(n * period), 7 allocations.
 * - Source: J. Carter, Simpler Trading, "Squeeze Pro".
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function squeezePro(
  high: Column,
  low: Column,
  close: Column,
  options: SqueezeProOptions = {},
): Named<SqueezeProOutput> {
  return computeNamed(squeezeProKernel(options), names, [high, low, close], options)
}

/** The stream form of `squeezePro`. */
export function createSqueezePro(
  options: SqueezeProOptions = {},
): HighLowCloseStream<Record<SqueezeProOutput, number>> {
  return createNamedStream(squeezeProKernel(options), names, 3, options)
}
