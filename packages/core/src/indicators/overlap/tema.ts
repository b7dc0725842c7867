import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { type SeriesKernel, seriesKernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { earlier, later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import { type Profile, seedOf } from '../framework/profile.ts'
import type { Stream1 } from '../framework/stream.ts'
import { seedCascade } from './ema-cascade.ts'

export type TemaOptions = IndicatorOptions & {
  /** Bars that set the weight `2 / (period + 1)`, 2 to 100,000. @default 30 */
  period?: number | undefined
  /** `tradingview` seeds each average with its first value. @default 'talib-0.6.4' */
  profile?: Profile | undefined
}

/** The building block, over an input that is valid from bar `origin` on. */
export function temaSeries(period: number, origin = 0, seed = period): SeriesKernel {
  const state = new Float64Array(3)
  const weight = 2 / (period + 1)
  const lookback = origin + 3 * (seed - 1)
  return {
    lookback,
    window: 0,
    states: [state],
    step(input, output, start, end) {
      let index = later(start, origin)
      for (const seeded = earlier(lookback + 1, end); index < seeded; index++) {
        seedCascade(state, input[index] as number, index - origin, seed, weight)
        output[index] = (state[2] as number) + (3 * (state[0] as number) - 3 * (state[1] as number))
      }
      let first = state[0] as number
      let second = state[1] as number
      let third = state[2] as number
      for (; index < end; index++) {
        const value = input[index] as number
        first = (value - first) * weight + first
        second = (first - second) * weight + second
        third = (second - third) * weight + third
        output[index] = third + (3 * first - 3 * second)
      }
      state[0] = first
      state[1] = second
      state[2] = third
    },
  }
}

/** The loop with its parameters bound. */
export function temaKernel({ period = 30, profile }: TemaOptions) {
  return seriesKernel(temaSeries(integer('period', period, 2), 0, seedOf(profile, period)))
}

/** Index of the first value of `tema`: `3 * (period - 1)`. */
export function temaLookback(options: TemaOptions = {}): number {
  return temaKernel(options).lookback
}

/**
 * Triple exponential moving average: three times the exponential average, minus three times its average, plus the average of that.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit as the input; the first `3 * (period - 1)` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `TEMA`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000
 * @example
 * tema(closes, { period: 20 })
 */
export function tema(values: Column, options: TemaOptions = {}): Float64Array {
  return compute(temaKernel, [values], options)
}

/** The stream form of `tema`. */
export function createTema(options: TemaOptions = {}): Stream1 {
  return createStream(temaKernel(options), 1, options)
}
