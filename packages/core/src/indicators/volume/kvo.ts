import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Profile } from '../framework/profile.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { HighLowCloseVolumeStream } from '../framework/stream.ts'
import { profiledEma } from '../overlap/ema.ts'
import { signedVolume, volumeForce } from './volume-force.ts'

const names = ['value', 'signal'] as const

export type KvoOutput = (typeof names)[number]

export type KvoOptions = IndicatorOptions<Named<KvoOutput>> & {
  /** Bars of the fast average, 1 to 100,000. @default 34 */
  fastPeriod?: number | undefined
  /** Bars of the slow average, 1 to 100,000. @default 55 */
  slowPeriod?: number | undefined
  /** Bars of the signal, 1 to 100,000. @default 13 */
  signalPeriod?: number | undefined
  /** `tradingview` takes the volume with the sign of the move, and seeds each average with its first value. @default 'talib-0.6.4' */
  profile?: Profile | undefined
}

/** The loop with its parameters bound. */
export function kvoKernel({
  fastPeriod = 34,
  slowPeriod = 55,
  signalPeriod = 13,
  profile,
}: KvoOptions): Kernel {
  integer('fastPeriod', fastPeriod, 1)
  integer('slowPeriod', slowPeriod, 1)
  integer('signalPeriod', signalPeriod, 1)
  const signed = profile === 'tradingview'
  const origin = signed ? 0 : 1
  const fast = profiledEma(profile, fastPeriod, origin)
  const slow = profiledEma(profile, slowPeriod, origin)
  const longest = Math.max(fast.lookback, slow.lookback)
  const smooth = profiledEma(profile, signalPeriod, longest)
  const state = new Float64Array(3)
  return {
    lookback: smooth.lookback,
    window: 1,
    states: [state, ...fast.states, ...slow.states, ...smooth.states],
    scratch: slidingScratch(2),
    run(inputs, outputs, start, end) {
      const value = outputs[0]
      const signal = outputs[1]
      const force = outputs[2]
      const calm = outputs[3]
      if (signed) signedVolume(inputs, force, start, end)
      else volumeForce(state, inputs, force, start, end)
      fast.step(force, value, start, end)
      slow.step(force, calm, start, end)
      for (let index = later(start, longest); index < end; index++)
        value[index] = (value[index] as number) - (calm[index] as number)
      smooth.step(value, signal, start, end)
    },
  }
}

/** Index of the first value of `kvo`. */
export function kvoLookback(options: KvoOptions = {}): number {
  return kvoKernel(options).lookback
}

/**
 * Klinger volume oscillator: a fast less a slow average of the volume force, which weighs volume by the trend and by how much of it the bar is.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, `volume[n]`, oldest first.
 * - Output: `value` and `signal`, `Float64Array[n]` each, volume units; NaN until the signal is full.
 * - Cost: O(n), four allocations.
 * - Source: S. Klinger, "Identifying Trends with Volume Analysis", Stocks & Commodities V. 15:12 (1997); the volume force as
 *   TradingView's page "Klinger Oscillator" and Tulip Indicators' `kvo` have it. TradingView's own script is plainer: see
 *   `profile`.
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function kvo(
  high: Column,
  low: Column,
  close: Column,
  volume: Column,
  options: KvoOptions = {},
): Named<KvoOutput> {
  return computeNamed(kvoKernel, names, [high, low, close, volume], options)
}

/** The stream form of `kvo`. */
export function createKvo(options: KvoOptions = {}): HighLowCloseVolumeStream<Record<KvoOutput, number>> {
  return createNamedStream(kvoKernel(options), names, 4, options)
}
