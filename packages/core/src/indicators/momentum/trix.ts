import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { earlier } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Profile } from '../framework/profile.ts'
import type { Stream1 } from '../framework/stream.ts'
import { seedCascade } from '../overlap/ema-cascade.ts'

export type TrixOptions = IndicatorOptions & {
  /** Bars of each of the three averages, 1 to 100,000. @default 30 */
  period?: number | undefined
  /** `tradingview` takes the logarithm first, seeds with first values and gives the change times 10,000. @default 'talib-0.6.4' */
  profile?: Profile | undefined
}

/** The loop with its parameters bound. */
export function trixKernel({ period = 30, profile }: TrixOptions): Kernel {
  integer('period', period, 1)
  if (profile === 'tradingview') return logarithmicKernel(2 / (period + 1))
  const state = new Float64Array(3)
  const weight = 2 / (period + 1)
  const seed = 3 * (period - 1)
  return {
    lookback: seed + 1,
    window: 0,
    states: [state],
    run(inputs, outputs, start, end) {
      const input = inputs[0]
      const output = outputs[0]
      let index = start
      for (const seeded = earlier(seed + 1, end); index < seeded; index++)
        seedCascade(state, input[index] as number, index, period, weight)
      let first = state[0] as number
      let second = state[1] as number
      let third = state[2] as number
      for (; index < end; index++) {
        first = ((input[index] as number) - first) * weight + first
        second = (first - second) * weight + second
        const before = third
        third = (second - third) * weight + third
        output[index] = before === 0 ? 0 : (third / before - 1) * 100
      }
      state[0] = first
      state[1] = second
      state[2] = third
    },
  }
}

function logarithmicKernel(weight: number): Kernel {
  const state = new Float64Array(3)
  return {
    lookback: 1,
    window: 0,
    states: [state],
    run(inputs, outputs, start, end) {
      const input = inputs[0]
      for (let index = start; index < end; index++) {
        let value = Math.log(input[index] as number)
        const before = state[2] as number
        for (let level = 0; level < 3; level++) {
          if (index > 0) value = (value - (state[level] as number)) * weight + (state[level] as number)
          state[level] = value
        }
        outputs[0][index] = 10_000 * (value - before)
      }
    },
  }
}

/** Index of the first value of `trix`: `3 * (period - 1) + 1`; 1 with the tradingview profile. */
export function trixLookback(options: TrixOptions = {}): number {
  return trixKernel(options).lookback
}

/**
 * TRIX: the one-bar rate of change of a triple exponential average.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, percent; the first `3 * (period - 1) + 1` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `TRIX`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 1 to 100,000
 * @example
 * trix(closes, { period: 15 })
 */
export function trix(values: Column, options: TrixOptions = {}): Float64Array {
  return compute(trixKernel, [values], options)
}

/** The stream form of `trix`. */
export function createTrix(options: TrixOptions = {}): Stream1 {
  return createStream(trixKernel(options), 1, options)
}
