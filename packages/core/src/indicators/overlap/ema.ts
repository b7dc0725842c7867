import { AverageStream } from '../framework/average-stream.ts'
import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel, SeriesKernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { laneKernel } from '../framework/lanes.ts'
import { earlier, later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import { type Profile, seedOf } from '../framework/profile.ts'
import type { Stream1 } from '../framework/stream.ts'

export type EmaOptions = IndicatorOptions & {
  /** Bars that set the weight `2 / (period + 1)`, 2 to 100,000. @default 30 */
  period?: number | undefined
  /** Leading values to hide while the seed fades. @default 0 */
  unstablePeriod?: number | undefined
  /** `tradingview` seeds with the first value and has a result from the first bar. @default 'talib-0.6.4' */
  profile?: Profile | undefined
}

/** The building block: seeds with the mean of `period` values from bar `origin` on, then smooths with weight `k`. */
export function emaSeries(period: number, origin = 0, k = 2 / (period + 1)): SeriesKernel {
  const state = new Float64Array(1)
  const lookback = origin + period - 1
  return {
    lookback,
    window: 0,
    states: [state],
    step(input, output, start, end) {
      smooth(state, 0, period, k, lookback, input, output, later(start, origin), end)
    },
  }
}

// Not a closure: V8 then compiles it once for all kernels, with unboxed numbers.
function smooth(
  states: Float64Array,
  stride: number,
  period: number,
  k: number,
  lookback: number,
  input: Float64Array,
  output: Float64Array,
  start: number,
  end: number,
): void {
  const weight = +k
  const lane = stride > 0 ? 1 : 0
  let average = states[0] as number
  let second = states[lane] as number
  let third = states[2 * lane] as number
  let fourth = states[3 * lane] as number
  let index = start
  for (const seeded = earlier(lookback, end); index < seeded; index++) average += input[index] as number
  if (index === lookback && index < end) {
    average = (average + (input[index] as number)) / period
    output[index++] = average
  }
  let next: number
  let later: number
  let last: number
  for (; stride === 0 && index < end; index++) {
    output[index] = average = ((input[index] as number) - average) * weight + average
  }
  // Three bars of each stretch a round, for V8 looks both columns up again in each round.
  for (; index < end; index++) {
    output[index] = average = ((input[index] as number) - average) * weight + average
    next = index + stride
    later = next + stride
    last = later + stride
    output[next] = second = ((input[next] as number) - second) * weight + second
    output[later] = third = ((input[later] as number) - third) * weight + third
    output[last] = fourth = ((input[last] as number) - fourth) * weight + fourth
    if (++index === end) break
    output[index] = average = ((input[index] as number) - average) * weight + average
    next = index + stride
    later = next + stride
    last = later + stride
    output[next] = second = ((input[next] as number) - second) * weight + second
    output[later] = third = ((input[later] as number) - third) * weight + third
    output[last] = fourth = ((input[last] as number) - fourth) * weight + fourth
    if (++index === end) break
    output[index] = average = ((input[index] as number) - average) * weight + average
    next = index + stride
    later = next + stride
    last = later + stride
    output[next] = second = ((input[next] as number) - second) * weight + second
    output[later] = third = ((input[later] as number) - third) * weight + third
    output[last] = fourth = ((input[last] as number) - fourth) * weight + fourth
  }
  states[3 * lane] = fourth
  states[2 * lane] = third
  states[lane] = second
  states[0] = average
}

/** The building block with the seed that a profile says. */
export function profiledEma(profile: Profile | undefined, period: number, origin = 0): SeriesKernel {
  return emaSeries(seedOf(profile, period), origin, 2 / (period + 1))
}

/** The loop with its parameters bound. */
export function emaKernel({ period = 30, unstablePeriod = 0, profile }: EmaOptions): Kernel {
  const weight = 2 / (integer('period', period, 2) + 1)
  const seed = seedOf(profile, period)
  return laneKernel({
    count: 4,
    size: 1,
    begun: seed,
    hidden: integer('unstablePeriod', unstablePeriod, 0),
    memory: 24 * (period + 1),
    loop: (states, stride, inputs, outputs, start, end) =>
      smooth(states, stride, seed, weight, seed - 1, inputs[0], outputs[0], start, end),
  })
}

/** Index of the first value of `ema`: `period - 1 + unstablePeriod`; `unstablePeriod` with the tradingview profile. */
export function emaLookback(options: EmaOptions = {}): number {
  return emaKernel(options).lookback
}

/**
 * Exponential moving average: each value moves the average by `2 / (period + 1)` of the distance.
 *
 * - Input: `values[n]`, oldest first, any unit.
 * - Output: `Float64Array[n]`, same unit; the first `period - 1` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `EMA`, to the bit: seeded with the mean of the first `period` values.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000
 * @example
 * ema([1, 2, 3, 5], { period: 3 }) // [NaN, NaN, 2, 3.5]
 */
export function ema(values: Column, options: EmaOptions = {}): Float64Array {
  return compute(emaKernel, [values], options)
}

/** The stream form of `ema`. */
export function createEma(options: EmaOptions = {}): Stream1 {
  const kernel = emaKernel(options)
  if (options.nan === 'reset') return createStream(kernel, 1, options)
  const { period = 30, unstablePeriod = 0, profile } = options
  const seed = seedOf(profile, period)
  const weight = 2 / (period + 1)
  return new AverageStream(
    seed,
    unstablePeriod,
    1,
    (value) => value,
    () => 0,
    (average, value, bars) => {
      if (bars > seed) return (value - average) * weight + average
      return bars < seed ? average + value : (average + value) / seed
    },
    (average) => average,
  )
}
