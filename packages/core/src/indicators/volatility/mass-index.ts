import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Profile } from '../framework/profile.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { HighLowStream } from '../framework/stream.ts'
import { profiledEma } from '../overlap/ema.ts'

export type MassIndexOptions = IndicatorOptions & {
  /** Bars of both averages, 1 to 100,000. @default 9 */
  averagePeriod?: number | undefined
  /** Bars that the ratio is added up over, 1 to 100,000. @default 25 */
  period?: number | undefined
  /** `tradingview` seeds each average with its first value. @default 'talib-0.6.4' */
  profile?: Profile | undefined
}

/** The loop with its parameters bound. */
export function massIndexKernel({ averagePeriod = 9, period = 25, profile }: MassIndexOptions): Kernel {
  integer('averagePeriod', averagePeriod, 1)
  integer('period', period, 1)
  const once = profiledEma(profile, averagePeriod)
  const twice = profiledEma(profile, averagePeriod, once.lookback)
  const origin = twice.lookback
  const lookback = origin + period - 1
  const state = new Float64Array(1)
  return {
    lookback,
    window: period,
    states: [state, ...once.states, ...twice.states],
    scratch: slidingScratch(3),
    run(inputs, outputs, start, end) {
      const high = inputs[0]
      const low = inputs[1]
      const output = outputs[0]
      const range = outputs[1]
      const first = outputs[2]
      const ratio = outputs[3]
      for (let index = start; index < end; index++)
        range[index] = (high[index] as number) - (low[index] as number)
      once.step(range, first, start, end)
      twice.step(first, ratio, start, end)
      let sum = state[0] as number
      for (let index = later(start, origin); index < end; index++) {
        const calm = ratio[index] as number
        ratio[index] = calm > 0 ? (first[index] as number) / calm : 1
        sum += ratio[index] as number
        if (index < lookback) continue
        output[index] = sum
        sum -= ratio[index - period + 1] as number
      }
      state[0] = sum
    },
  }
}

/** Index of the first value of `massIndex`. */
export function massIndexLookback(options: MassIndexOptions = {}): number {
  return massIndexKernel(options).lookback
}

/**
 * Mass index: the averaged range as a share of the average of that average, added up: it bulges before turns.
 *
 * - Input: `high[n]`, `low[n]`, oldest first.
 * - Output: `Float64Array[n]`, about `period`; NaN until the sum is full.
 * - Cost: O(n), four allocations.
 * - Source: D. Dorsey, "The Mass Index", Stocks & Commodities V. 10:6 (1992).
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function massIndex(high: Column, low: Column, options: MassIndexOptions = {}): Float64Array {
  return compute(massIndexKernel, [high, low], options)
}

/** The stream form of `massIndex`. */
export function createMassIndex(options: MassIndexOptions = {}): HighLowStream {
  return createStream(massIndexKernel(options), 2, options)
}
