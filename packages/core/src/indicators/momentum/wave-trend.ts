import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Profile } from '../framework/profile.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'
import { profiledEma } from '../overlap/ema.ts'
import { smaSeries } from '../overlap/sma.ts'

const names = ['value', 'signal'] as const

export type WaveTrendOutput = (typeof names)[number]

export type WaveTrendOptions = IndicatorOptions<Named<WaveTrendOutput>> & {
  /** Bars of the channel, 1 to 100,000. @default 10 */
  channelPeriod?: number | undefined
  /** Bars that the oscillator is averaged over, 1 to 100,000. @default 21 */
  averagePeriod?: number | undefined
  /** Bars of the signal, 1 to 100,000. @default 4 */
  signalPeriod?: number | undefined
  /** `tradingview` seeds each average with its first value. @default 'talib-0.6.4' */
  profile?: Profile | undefined
}

/** The loop with its parameters bound. */
export function waveTrendKernel({
  channelPeriod = 10,
  averagePeriod = 21,
  signalPeriod = 4,
  profile,
}: WaveTrendOptions): Kernel {
  integer('channelPeriod', channelPeriod, 1)
  integer('averagePeriod', averagePeriod, 1)
  integer('signalPeriod', signalPeriod, 1)
  const centre = profiledEma(profile, channelPeriod)
  const spread = profiledEma(profile, channelPeriod, centre.lookback)
  // Seeded with its first value, the channel has no width yet on the first bar.
  const origin = profile === 'tradingview' ? 1 : spread.lookback
  const smooth = profiledEma(profile, averagePeriod, origin)
  const signal = smaSeries(signalPeriod, smooth.lookback)
  return {
    lookback: signal.lookback,
    window: signal.window,
    states: [centre, spread, smooth, signal].flatMap(({ states }) => states),
    scratch: slidingScratch(3),
    run(inputs, outputs, start, end) {
      const high = inputs[0]
      const low = inputs[1]
      const close = inputs[2]
      const value = outputs[0]
      const typical = outputs[2]
      const middle = outputs[3]
      const distance = outputs[4]
      for (let index = start; index < end; index++)
        typical[index] = ((high[index] as number) + (low[index] as number) + (close[index] as number)) / 3
      centre.step(typical, middle, start, end)
      for (let index = later(start, centre.lookback); index < end; index++)
        distance[index] = Math.abs((typical[index] as number) - (middle[index] as number))
      spread.step(distance, value, start, end)
      for (let index = later(start, spread.lookback); index < end; index++) {
        const width = value[index] as number
        const calm = middle[index] as number
        // Distances that are no more than rounding are none: in a market that stands still they would be extremes.
        const moves = width > 1e-14 * Math.abs(calm)
        distance[index] = moves ? ((typical[index] as number) - calm) / (0.015 * width) : 0
      }
      smooth.step(distance, value, start, end)
      signal.step(value, outputs[1], start, end)
    },
  }
}

/** Index of the first value of `waveTrend`. */
export function waveTrendLookback(options: WaveTrendOptions = {}): number {
  return waveTrendKernel(options).lookback
}

/**
 * WaveTrend: the distance of the typical price from its exponential average in averaged distances, smoothed.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `value` and `signal`, `Float64Array[n]` each; NaN until the signal is full.
 * - Cost: O(n), five allocations.
 * - Source: LazyBear, "WaveTrend Oscillator [WT]" (TradingView, 2014).
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function waveTrend(
  high: Column,
  low: Column,
  close: Column,
  options: WaveTrendOptions = {},
): Named<WaveTrendOutput> {
  return computeNamed(waveTrendKernel, names, [high, low, close], options)
}

/** The stream form of `waveTrend`. */
export function createWaveTrend(
  options: WaveTrendOptions = {},
): HighLowCloseStream<Record<WaveTrendOutput, number>> {
  return createNamedStream(waveTrendKernel(options), names, 3, options)
}
