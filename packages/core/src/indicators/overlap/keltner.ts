import type { Column, Columns, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer, real } from '../framework/parameter.ts'
import type { Profile } from '../framework/profile.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'
import { rangeKernel } from '../volatility/atr.ts'
import { profiledEma } from './ema.ts'

const names = ['upper', 'middle', 'lower'] as const

export type KeltnerOutput = (typeof names)[number]

export type KeltnerOptions = IndicatorOptions<Named<KeltnerOutput>> & {
  /** Bars of the average, 1 to 100,000. @default 20 */
  period?: number | undefined
  /** Bars of the average true range, 1 to 100,000. @default 10 */
  rangePeriod?: number | undefined
  /** Average true ranges between the middle and a band, from 0. @default 2 */
  multiplier?: number | undefined
  /** `tradingview` seeds the average with its first value, and the average true range as `atr` says. @default 'talib-0.6.4' */
  profile?: Profile | undefined
}

/** The loop with its parameters bound. */
export function keltnerKernel({
  period = 20,
  rangePeriod = 10,
  multiplier = 2,
  profile,
}: KeltnerOptions): Kernel {
  integer('period', period, 1)
  integer('rangePeriod', rangePeriod, 1)
  real('multiplier', multiplier, 0)
  const average = profiledEma(profile, period)
  const range = rangeKernel({ period: rangePeriod, ...(profile && { profile }) })
  const lookback = Math.max(average.lookback, range.lookback)
  return {
    lookback,
    window: range.window,
    states: [...average.states, ...range.states],
    run(inputs, outputs, start, end) {
      // The range goes where the upper band will be.
      range.run(inputs, outputs, start, end)
      average.step(inputs[2], outputs[1], start, end)
      widen(outputs[0], outputs[1], multiplier, outputs, later(start, lookback), end)
    },
  }
}

/** The same over the average true range and the average of the close, the fourth and the fifth input. */
export function keltnerOver({ multiplier = 2 }: KeltnerOptions, lookback: number): Kernel {
  real('multiplier', multiplier, 0)
  return {
    lookback,
    window: 0,
    states: [],
    run: (inputs, outputs, start, end) =>
      widen(inputs[3], inputs[4], multiplier, outputs, later(start, lookback), end),
  }
}

function widen(
  range: Float64Array,
  average: Float64Array,
  multiplier: number,
  outputs: Columns,
  start: number,
  end: number,
): void {
  const upper = outputs[0]
  const middle = outputs[1]
  const lower = outputs[2]
  for (let index = start; index < end; index++) {
    const reach = multiplier * (range[index] as number)
    const centre = average[index] as number
    upper[index] = centre + reach
    middle[index] = centre
    lower[index] = centre - reach
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
 * - Source: C. Keltner, "How to Make Money in Commodities" (1960), in the form of L. Raschke: StockCharts, ChartSchool,
 *   "Keltner Channels" (20, 2, 10).
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function keltner(
  high: Column,
  low: Column,
  close: Column,
  options: KeltnerOptions = {},
): Named<KeltnerOutput> {
  return computeNamed(keltnerKernel, names, [high, low, close], options)
}

/** The stream form of `keltner`. */
export function createKeltner(
  options: KeltnerOptions = {},
): HighLowCloseStream<Record<KeltnerOutput, number>> {
  return createNamedStream(keltnerKernel(options), names, 3, options)
}
