import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Profile } from '../framework/profile.ts'
import type { Stream1 } from '../framework/stream.ts'
import { profiledEma } from '../overlap/ema.ts'

const names = ['value', 'signal', 'histogram'] as const

export type PvoOutput = (typeof names)[number]

export type PvoOptions = IndicatorOptions<Named<PvoOutput>> & {
  /** Bars of the fast average, 1 to 100,000. @default 12 */
  fastPeriod?: number | undefined
  /** Bars of the slow average, 1 to 100,000. @default 26 */
  slowPeriod?: number | undefined
  /** Bars of the signal, 1 to 100,000. @default 9 */
  signalPeriod?: number | undefined
  /** `tradingview` seeds each average with its first value. @default 'talib-0.6.4' */
  profile?: Profile | undefined
}

/** The loop with its parameters bound. */
export function pvoKernel({
  fastPeriod = 12,
  slowPeriod = 26,
  signalPeriod = 9,
  profile,
}: PvoOptions): Kernel {
  integer('fastPeriod', fastPeriod, 1)
  integer('slowPeriod', slowPeriod, 1)
  integer('signalPeriod', signalPeriod, 1)
  const fast = profiledEma(profile, fastPeriod)
  const slow = profiledEma(profile, slowPeriod)
  const longest = Math.max(fast.lookback, slow.lookback)
  const smooth = profiledEma(profile, signalPeriod, longest)
  return {
    lookback: smooth.lookback,
    window: 0,
    states: [...fast.states, ...slow.states, ...smooth.states],
    run(inputs, outputs, start, end) {
      const volume = inputs[0]
      const value = outputs[0]
      const signal = outputs[1]
      const histogram = outputs[2]
      fast.step(volume, value, start, end)
      slow.step(volume, histogram, start, end)
      for (let index = later(start, longest); index < end; index++) {
        const calm = histogram[index] as number
        value[index] = calm === 0 ? 0 : (((value[index] as number) - calm) / calm) * 100
      }
      smooth.step(value, signal, start, end)
      for (let index = later(start, smooth.lookback); index < end; index++)
        histogram[index] = (value[index] as number) - (signal[index] as number)
    },
  }
}

/** Index of the first value of `pvo`. */
export function pvoLookback(options: PvoOptions = {}): number {
  return pvoKernel(options).lookback
}

/**
 * Percentage volume oscillator: a fast less a slow exponential average of the volume, as a share of the slow one.
 *
 * - Input: `volume[n]`, oldest first.
 * - Output: `value`, `signal`, `histogram`, `Float64Array[n]` each, percent; NaN until the signal is full.
 * - Cost: O(n), three allocations.
 * - Source: StockCharts, ChartSchool, "Percentage Volume Oscillator (PVO)": the PPO of volume.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 */
export function pvo(volume: Column, options: PvoOptions = {}): Named<PvoOutput> {
  return computeNamed(pvoKernel, names, [volume], options)
}

/** The stream form of `pvo`. */
export function createPvo(options: PvoOptions = {}): Stream1<Record<PvoOutput, number>> {
  return createNamedStream(pvoKernel(options), names, 1, options)
}
