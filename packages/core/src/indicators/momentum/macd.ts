import type { Column, Columns, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { laneKernel } from '../framework/lanes.ts'
import { earlier } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import { type Profile, seedOf } from '../framework/profile.ts'
import type { Stream1 } from '../framework/stream.ts'

/** Names of the outputs, in order. */
export const macdNames = ['macd', 'signal', 'histogram'] as const

/** The outputs of the MACD family. */
export type MacdOutput = (typeof macdNames)[number]

export type MacdOptions = IndicatorOptions<Named<MacdOutput>> & {
  /** Bars of the faster average, 2 to 100,000. @default 12 */
  fastPeriod?: number | undefined
  /** Bars of the slower average, 2 to 100,000; swapped with the faster when smaller. @default 26 */
  slowPeriod?: number | undefined
  /** Bars of the average of the difference, 1 to 100,000. @default 9 */
  signalPeriod?: number | undefined
  /** `tradingview` seeds each average with its first value. @default 'talib-0.6.4' */
  profile?: Profile | undefined
}

/** Both averages and the signal in one loop. The averages are seeded together, at the end of the longer one. */
export function macdFusedKernel(
  fast: number,
  slow: number,
  signal: number,
  fastWeight: number,
  slowWeight: number,
  signalWeight: number,
): Kernel {
  const weights = [fastWeight, slowWeight, signalWeight] as const
  return laneKernel({
    count: 2,
    size: 3,
    begun: slow + signal - 1,
    memory: Math.ceil(56 / Math.min(...weights)),
    loop: (states, stride, inputs, outputs, start, end) =>
      converge(states, stride, fast, slow, signal, weights, inputs[0], outputs, start, end),
  })
}

// Not a closure: V8 then compiles it once for all kernels, with unboxed numbers.
function converge(
  states: Float64Array,
  stride: number,
  fast: number,
  slow: number,
  signal: number,
  weights: readonly [fast: number, slow: number, signal: number],
  input: Float64Array,
  outputs: Columns,
  start: number,
  end: number,
): void {
  const first = slow - 1
  const lookback = first + signal - 1
  const fastWeight = +weights[0]
  const slowWeight = +weights[1]
  const signalWeight = +weights[2]
  const line = outputs[0]
  const signals = outputs[1]
  const histogram = outputs[2]
  const other = stride > 0 ? 3 : 0
  let quick = states[0] as number
  let calm = states[1] as number
  let average = states[2] as number
  let otherQuick = states[other] as number
  let otherCalm = states[other + 1] as number
  let otherAverage = states[other + 2] as number
  let index = start
  for (const seeded = earlier(lookback + 1, end); index < seeded; index++) {
    const value = input[index] as number
    if (index > first) {
      quick = (value - quick) * fastWeight + quick
      calm = (value - calm) * slowWeight + calm
    } else {
      calm += value
      if (index >= slow - fast) quick += value
      if (index < first) continue
      quick /= fast
      calm /= slow
    }
    const difference = quick - calm
    average += difference
    if (index < lookback) continue
    average /= signal
    line[index] = difference
    signals[index] = average
    histogram[index] = difference - average
  }
  let next: number
  let value: number
  let difference: number
  for (; stride === 0 && index < end; index++) {
    value = input[index] as number
    quick = (value - quick) * fastWeight + quick
    calm = (value - calm) * slowWeight + calm
    difference = quick - calm
    average = (difference - average) * signalWeight + average
    line[index] = difference
    signals[index] = average
    histogram[index] = difference - average
  }
  // Three bars of each stretch a round, for V8 looks every column up again in each round.
  for (; index < end; index++) {
    value = input[index] as number
    quick = (value - quick) * fastWeight + quick
    calm = (value - calm) * slowWeight + calm
    difference = quick - calm
    average = (difference - average) * signalWeight + average
    line[index] = difference
    signals[index] = average
    histogram[index] = difference - average
    next = index + stride
    value = input[next] as number
    otherQuick = (value - otherQuick) * fastWeight + otherQuick
    otherCalm = (value - otherCalm) * slowWeight + otherCalm
    difference = otherQuick - otherCalm
    otherAverage = (difference - otherAverage) * signalWeight + otherAverage
    line[next] = difference
    signals[next] = otherAverage
    histogram[next] = difference - otherAverage
    if (++index === end) break
    value = input[index] as number
    quick = (value - quick) * fastWeight + quick
    calm = (value - calm) * slowWeight + calm
    difference = quick - calm
    average = (difference - average) * signalWeight + average
    line[index] = difference
    signals[index] = average
    histogram[index] = difference - average
    next = index + stride
    value = input[next] as number
    otherQuick = (value - otherQuick) * fastWeight + otherQuick
    otherCalm = (value - otherCalm) * slowWeight + otherCalm
    difference = otherQuick - otherCalm
    otherAverage = (difference - otherAverage) * signalWeight + otherAverage
    line[next] = difference
    signals[next] = otherAverage
    histogram[next] = difference - otherAverage
    if (++index === end) break
    value = input[index] as number
    quick = (value - quick) * fastWeight + quick
    calm = (value - calm) * slowWeight + calm
    difference = quick - calm
    average = (difference - average) * signalWeight + average
    line[index] = difference
    signals[index] = average
    histogram[index] = difference - average
    next = index + stride
    value = input[next] as number
    otherQuick = (value - otherQuick) * fastWeight + otherQuick
    otherCalm = (value - otherCalm) * slowWeight + otherCalm
    difference = otherQuick - otherCalm
    otherAverage = (difference - otherAverage) * signalWeight + otherAverage
    line[next] = difference
    signals[next] = otherAverage
    histogram[next] = difference - otherAverage
  }
  states[other] = otherQuick
  states[other + 1] = otherCalm
  states[other + 2] = otherAverage
  states[0] = quick
  states[1] = calm
  states[2] = average
}

/** The loop with its parameters bound. */
export function macdKernel({
  fastPeriod = 12,
  slowPeriod = 26,
  signalPeriod = 9,
  profile,
}: MacdOptions): Kernel {
  const fast = Math.min(integer('fastPeriod', fastPeriod, 2), integer('slowPeriod', slowPeriod, 2))
  const slow = Math.max(fastPeriod, slowPeriod)
  integer('signalPeriod', signalPeriod, 1)
  return macdFusedKernel(
    seedOf(profile, fast),
    seedOf(profile, slow),
    seedOf(profile, signalPeriod),
    2 / (fast + 1),
    2 / (slow + 1),
    2 / (signalPeriod + 1),
  )
}

/** Index of the first value of `macd`: `slowPeriod + signalPeriod - 2`; 0 with the tradingview profile. */
export function macdLookback(options: MacdOptions = {}): number {
  return macdKernel(options).lookback
}

/**
 * Moving average convergence divergence: a fast exponential average minus a slow one, the average of that, and their distance.
 *
 * - Input: `values[n]`, oldest first, any unit.
 * - Output: `{ macd, signal, histogram }`, each `Float64Array[n]` in the input's unit; NaN before `macdLookback`.
 * - Cost: O(n), three allocations.
 * - Parity: TA-Lib `MACD`, to the bit.
 *
 * @throws {InvalidParameterError} a period is not a whole number in range
 * @example
 * const { macd, signal, histogram } = macd(closes, { fastPeriod: 12, slowPeriod: 26, signalPeriod: 9 })
 */
export function macd(values: Column, options: MacdOptions = {}): Named<MacdOutput> {
  return computeNamed(macdKernel, macdNames, [values], options)
}

/** The stream form of `macd`. */
export function createMacd(options: MacdOptions = {}): Stream1<Record<MacdOutput, number>> {
  return createNamedStream(macdKernel(options), macdNames, 1, options)
}
