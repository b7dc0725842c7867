import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Profile } from '../framework/profile.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { Stream1 } from '../framework/stream.ts'
import { profiledEma } from '../overlap/ema.ts'

const names = ['value', 'signal'] as const

export type TsiOutput = (typeof names)[number]

export type TsiOptions = IndicatorOptions<Named<TsiOutput>> & {
  /** Bars of the first smoothing, 1 to 100,000. @default 25 */
  longPeriod?: number | undefined
  /** Bars of the second smoothing, 1 to 100,000. @default 13 */
  shortPeriod?: number | undefined
  /** Bars of the signal, 1 to 100,000. @default 13 */
  signalPeriod?: number | undefined
  /** `tradingview` seeds each average with its first value. @default 'talib-0.6.4' */
  profile?: Profile | undefined
}

/** The loop with its parameters bound. */
export function tsiKernel({
  longPeriod = 25,
  shortPeriod = 13,
  signalPeriod = 13,
  profile,
}: TsiOptions): Kernel {
  integer('longPeriod', longPeriod, 1)
  integer('shortPeriod', shortPeriod, 1)
  integer('signalPeriod', signalPeriod, 1)
  const first = [profiledEma(profile, longPeriod, 1), profiledEma(profile, longPeriod, 1)] as const
  const from = first[0].lookback
  const second = [profiledEma(profile, shortPeriod, from), profiledEma(profile, shortPeriod, from)] as const
  const smooth = profiledEma(profile, signalPeriod, second[0].lookback)
  return {
    lookback: smooth.lookback,
    window: 1,
    states: [...first, ...second, smooth].flatMap(({ states }) => states),
    scratch: slidingScratch(4),
    run(inputs, outputs, start, end) {
      const values = inputs[0]
      const value = outputs[0]
      const change = outputs[2]
      const size = outputs[3]
      const calm = outputs[4]
      const calmSize = outputs[5]
      for (let index = later(start, 1); index < end; index++) {
        change[index] = (values[index] as number) - (values[index - 1] as number)
        size[index] = Math.abs(change[index] as number)
      }
      first[0].step(change, calm, start, end)
      first[1].step(size, calmSize, start, end)
      second[0].step(calm, change, start, end)
      second[1].step(calmSize, size, start, end)
      for (let index = later(start, second[0].lookback); index < end; index++) {
        const whole = size[index] as number
        value[index] = whole > 0 ? ((change[index] as number) / whole) * 100 : 0
      }
      smooth.step(value, outputs[1], start, end)
    },
  }
}

/** Index of the first value of `tsi`. */
export function tsiLookback(options: TsiOptions = {}): number {
  return tsiKernel(options).lookback
}

/**
 * True strength index: the twice smoothed change as a share of the twice smoothed size of the change.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `value` and `signal`, `Float64Array[n]` each, -100 to 100; NaN until the signal is full.
 * - Cost: O(n), six allocations.
 * - Source: W. Blau, "True Strength Index", Stocks & Commodities V. 9:11 (1991); the periods of TradingView's script (25,
 *   13, 13).
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 */
export function tsi(values: Column, options: TsiOptions = {}): Named<TsiOutput> {
  return computeNamed(tsiKernel, names, [values], options)
}

/** The stream form of `tsi`. */
export function createTsi(options: TsiOptions = {}): Stream1<Record<TsiOutput, number>> {
  return createNamedStream(tsiKernel(options), names, 1, options)
}
