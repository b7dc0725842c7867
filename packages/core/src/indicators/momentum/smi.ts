import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Profile } from '../framework/profile.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'
import { SlidingExtreme } from '../math-operators/sliding-extreme.ts'
import { profiledEma } from '../overlap/ema.ts'

const names = ['value', 'signal'] as const

export type SmiOutput = (typeof names)[number]

export type SmiOptions = IndicatorOptions<Named<SmiOutput>> & {
  /** Bars in the window, 1 to 100,000. @default 10 */
  period?: number | undefined
  /** Bars of the first smoothing, 1 to 100,000. @default 3 */
  firstSmoothing?: number | undefined
  /** Bars of the second smoothing, 1 to 100,000. @default 3 */
  secondSmoothing?: number | undefined
  /** Bars of the signal, 1 to 100,000. @default 3 */
  signalPeriod?: number | undefined
  /** `tradingview` seeds each average with its first value. @default 'talib-0.6.4' */
  profile?: Profile | undefined
}

/** The loop with its parameters bound. */
export function smiKernel({
  period = 10,
  firstSmoothing = 3,
  secondSmoothing = 3,
  signalPeriod = 3,
  profile,
}: SmiOptions): Kernel {
  integer('period', period, 1)
  integer('firstSmoothing', firstSmoothing, 1)
  integer('secondSmoothing', secondSmoothing, 1)
  integer('signalPeriod', signalPeriod, 1)
  const highest = new SlidingExtreme(period, 1)
  const lowest = new SlidingExtreme(period, -1)
  const origin = period - 1
  const first = [
    profiledEma(profile, firstSmoothing, origin),
    profiledEma(profile, firstSmoothing, origin),
  ] as const
  const from = first[0].lookback
  const second = [
    profiledEma(profile, secondSmoothing, from),
    profiledEma(profile, secondSmoothing, from),
  ] as const
  const smooth = profiledEma(profile, signalPeriod, second[0].lookback)
  return {
    lookback: smooth.lookback,
    window: period,
    states: [highest.state, lowest.state, ...[...first, ...second, smooth].flatMap(({ states }) => states)],
    scratch: slidingScratch(4),
    forget() {
      highest.forget()
      lowest.forget()
    },
    run(inputs, outputs, start, end) {
      const high = inputs[0]
      const low = inputs[1]
      const close = inputs[2]
      const value = outputs[0]
      const distance = outputs[2]
      const range = outputs[3]
      const calm = outputs[4]
      const calmRange = outputs[5]
      highest.follow(high, calm, undefined, 0, start, end)
      lowest.follow(low, calmRange, undefined, 0, start, end)
      for (let index = later(start, origin); index < end; index++) {
        const top = calm[index] as number
        const bottom = calmRange[index] as number
        distance[index] = (close[index] as number) - (top + bottom) / 2
        range[index] = top - bottom
      }
      first[0].step(distance, calm, start, end)
      first[1].step(range, calmRange, start, end)
      second[0].step(calm, distance, start, end)
      second[1].step(calmRange, range, start, end)
      for (let index = later(start, second[0].lookback); index < end; index++) {
        const half = (range[index] as number) / 2
        value[index] = half > 0 ? ((distance[index] as number) / half) * 100 : 0
      }
      smooth.step(value, outputs[1], start, end)
    },
  }
}

/** Index of the first value of `smi`. */
export function smiLookback(options: SmiOptions = {}): number {
  return smiKernel(options).lookback
}

/**
 * Stochastic momentum index: how far the close is from the middle of the last `period` bars, twice smoothed, as a share of half their range.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `value` and `signal`, `Float64Array[n]` each, -100 to 100; NaN until the signal is full.
 * - Cost: O(n), six allocations.
 * - Source: W. Blau, "Momentum, Direction, and Divergence" (1995), p. 29; the periods of TradingView's script (10, 3, 3).
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function smi(high: Column, low: Column, close: Column, options: SmiOptions = {}): Named<SmiOutput> {
  return computeNamed(smiKernel, names, [high, low, close], options)
}

/** The stream form of `smi`. */
export function createSmi(options: SmiOptions = {}): HighLowCloseStream<Record<SmiOutput, number>> {
  return createNamedStream(smiKernel(options), names, 3, options)
}
