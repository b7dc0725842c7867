import type { Column, Columns, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer, real } from '../framework/parameter.ts'
import type { Profile } from '../framework/profile.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { Stream1 } from '../framework/stream.ts'
import { profiledEma } from '../overlap/ema.ts'
import { gainLossSeries } from './gain-loss.ts'

const names = ['value', 'stop'] as const

export type QqeOutput = (typeof names)[number]

export type QqeOptions = IndicatorOptions<Named<QqeOutput>> & {
  /** Bars of the RSI, 2 to 100,000. @default 14 */
  period?: number | undefined
  /** Bars that the RSI is smoothed over, 1 to 100,000. @default 5 */
  smoothing?: number | undefined
  /** Averaged moves between the line and its stop, from 0. @default 4.236 */
  factor?: number | undefined
  /** `tradingview` seeds each average with its first value. @default 'talib-0.6.4' */
  profile?: Profile | undefined
}

/** The loop with its parameters bound. */
export function qqeKernel(options: QqeOptions): Kernel {
  const strength = gainLossSeries(integer('period', options.period ?? 14, 2), false)
  const { states, follow, ...over } = trail(options, strength.lookback)
  return {
    ...over,
    states: [...strength.states, ...states],
    scratch: slidingScratch(3),
    run(inputs, outputs, start, end) {
      strength.step(inputs[0], outputs[4], start, end)
      follow(outputs[4], outputs, start, end)
    },
  }
}

/** The same over the RSI, which is the second input and valid from bar `origin` on. */
export function qqeOver(options: QqeOptions, origin: number): Kernel {
  const { follow, ...over } = trail(options, origin)
  return {
    ...over,
    scratch: slidingScratch(2),
    run: (inputs, outputs, start, end) => follow(inputs[1], outputs, start, end),
  }
}

function trail({ period = 14, smoothing = 5, factor = 4.236, profile }: QqeOptions, origin: number) {
  integer('smoothing', smoothing, 1)
  real('factor', factor, 0)
  const smooth = profiledEma(profile, smoothing, origin)
  const wide = 2 * period - 1
  const first = profiledEma(profile, wide, smooth.lookback + 1)
  const second = profiledEma(profile, wide, first.lookback)
  const { lookback } = second
  // Upper and lower stop, direction.
  const state = new Float64Array(3)
  return {
    lookback,
    window: 1,
    states: [state, ...[smooth, first, second].flatMap(({ states }) => states)],
    follow(raw: Float64Array, outputs: Columns, start: number, end: number): void {
      const value = outputs[0]
      const stop = outputs[1]
      const moves = outputs[2]
      const calm = outputs[3]
      smooth.step(raw, value, start, end)
      for (let index = later(start, smooth.lookback + 1); index < end; index++)
        moves[index] = Math.abs((value[index] as number) - (value[index - 1] as number))
      first.step(moves, calm, start, end)
      second.step(calm, stop, start, end)
      let upper = state[0] as number
      let lower = state[1] as number
      let trend = state[2] as number
      for (let index = later(start, lookback); index < end; index++) {
        const line = value[index] as number
        const before = value[index - 1] as number
        const reach = factor * (stop[index] as number)
        const top = line + reach
        const bottom = line - reach
        const crossedUp = trend !== 0 && line > upper
        const crossedDown = trend !== 0 && line < lower
        lower = trend !== 0 && before > lower && line > lower && bottom < lower ? lower : bottom
        upper = trend !== 0 && before < upper && line < upper && top > upper ? upper : top
        if (trend === 0 || crossedUp) trend = 1
        else if (crossedDown) trend = -1
        stop[index] = trend > 0 ? lower : upper
      }
      state[0] = upper
      state[1] = lower
      state[2] = trend
    },
  }
}

/** Index of the first value of `qqe`. */
export function qqeLookback(options: QqeOptions = {}): number {
  return qqeKernel(options).lookback
}

/**
 * Quantitative qualitative estimation: a smoothed RSI and a trailing stop at a distance of its own averaged moves.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `value` and `stop`, `Float64Array[n]` each, 0 to 100; NaN until the averages of the moves are full.
 * - Cost: O(n), five allocations.
 * - Source: R. Ignatov's indicator for MetaTrader (2006), in the form of Glaz, "QQE MT4", whose two stops trail at the same
 *   time: https://www.tradingview.com/script/IYfA9R2k-QQE-MT4/.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 */
export function qqe(values: Column, options: QqeOptions = {}): Named<QqeOutput> {
  return computeNamed(qqeKernel, names, [values], options)
}

/** The stream form of `qqe`. */
export function createQqe(options: QqeOptions = {}): Stream1<Record<QqeOutput, number>> {
  return createNamedStream(qqeKernel(options), names, 1, options)
}
