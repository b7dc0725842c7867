import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { integer, real } from '../framework/parameter.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'
import { atrKernel } from '../volatility/atr.ts'
import { emaSeries } from './ema.ts'

const names = ['upper', 'middle', 'lower'] as const

export type KeltnerOutput = (typeof names)[number]

export type KeltnerOptions = IndicatorOptions<Named<KeltnerOutput>> & {
  /** Bars of the average, 1 to 100,000. @default 20 */
  period?: number
  /** Bars of the average true range, 1 to 100,000. @default 10 */
  rangePeriod?: number
  /** Average true ranges between the middle and a band, from 0. @default 2 */
  multiplier?: number
}

/** The loop with its parameters bound. */
export function keltnerKernel({ period = 20, rangePeriod = 10, multiplier = 2 }: KeltnerOptions): Kernel {
  integer('period', period, 1)
  integer('rangePeriod', rangePeriod, 1)
  real('multiplier', multiplier, 0)
  const average = emaSeries(period)
  const range = atrKernel({ period: rangePeriod })
  const lookback = Math.max(average.lookback, range.lookback)
  return {
    lookback,
    window: range.window,
    states: [...average.states, ...range.states],
    outputs: 3,
    run(inputs, outputs, start, end) {
      const close = inputs[2]
      const upper = outputs[0]
      const middle = outputs[1]
      const lower = outputs[2]
      // The range goes where the upper band will be.
      range.run(inputs, outputs, start, end)
      average.step(close, middle, start, end)
      for (let index = Math.max(start, lookback); index < end; index++) {
        const reach = multiplier * (upper[index] as number)
        const centre = middle[index] as number
        upper[index] = centre + reach
        lower[index] = centre - reach
      }
    },
  }
}

/** Index of the first value of `keltner`. */
export function keltnerLookback(options: KeltnerOptions = {}): number {
  return keltnerKernel(options).lookback
}

/**
 * Keltner channels: an exponential average of the close with bands of average true ranges.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `upper`, `middle`, `lower`, `Float64Array[n]` each, price units; NaN until both averages are full.
 * - Cost: O(n), three allocations.
 * - Source: C. Keltner (1960) in the form of L. Raschke: exponential average and average true range.
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function keltner(
  high: Column,
  low: Column,
  close: Column,
  options: KeltnerOptions = {},
): Named<KeltnerOutput> {
  return computeNamed(keltnerKernel(options), names, [high, low, close], options)
}

/** The stream form of `keltner`. */
export function createKeltner(
  options: KeltnerOptions = {},
): HighLowCloseStream<Record<KeltnerOutput, number>> {
  return createNamedStream(keltnerKernel(options), names, 3, options)
}
