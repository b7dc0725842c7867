import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { type SeriesKernel, seriesKernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { earlier, later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import { type Profile, seedOf } from '../framework/profile.ts'
import type { Stream1 } from '../framework/stream.ts'
import { seedCascade } from './ema-cascade.ts'

export type DemaOptions = IndicatorOptions & {
  /** Bars that set the weight `2 / (period + 1)`, 2 to 100,000. @default 30 */
  period?: number | undefined
  /** `tradingview` seeds each average with its first value. @default 'talib-0.6.4' */
  profile?: Profile | undefined
}

/** The building block, over an input that is valid from bar `origin` on. */
export function demaSeries(period: number, origin = 0, seed = period): SeriesKernel {
  const state = new Float64Array(2)
  const weight = 2 / (period + 1)
  const lookback = origin + 2 * (seed - 1)
  return {
    lookback,
    window: 0,
    states: [state],
    step(input, output, start, end) {
      let index = later(start, origin)
      for (const seeded = earlier(lookback + 1, end); index < seeded; index++) {
        seedCascade(state, input[index] as number, index - origin, seed, weight)
        output[index] = 2 * (state[0] as number) - (state[1] as number)
      }
      let first = state[0] as number
      let second = state[1] as number
      for (; index < end; index++) {
        const value = input[index] as number
        first = (value - first) * weight + first
        second = (first - second) * weight + second
        output[index] = 2 * first - second
      }
      state[0] = first
      state[1] = second
    },
  }
}

/** The loop with its parameters bound. */
export function demaKernel({ period = 30, profile }: DemaOptions) {
  return seriesKernel(demaSeries(integer('period', period, 2), 0, seedOf(profile, period)))
}

/** Index of the first value of `dema`: `2 * (period - 1)`. */
export function demaLookback(options: DemaOptions = {}): number {
  return demaKernel(options).lookback
}

/**
 * Double exponential moving average: twice the exponential average minus its own average, which lags less.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit as the input; the first `2 * (period - 1)` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `DEMA`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000
 * @example
 * dema(closes, { period: 20 })
 */
export function dema(values: Column, options: DemaOptions = {}): Float64Array {
  return compute(demaKernel, [values], options)
}

/** The stream form of `dema`. */
export function createDema(options: DemaOptions = {}): Stream1 {
  return createStream(demaKernel(options), 1, options)
}
