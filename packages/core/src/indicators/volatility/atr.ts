import { AverageStream, wilder } from '../framework/average-stream.ts'
import type { Column, Columns, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { laneKernel } from '../framework/lanes.ts'
import { earlier } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Profile } from '../framework/profile.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'
import { trueRange } from './true-range.ts'

export type AtrOptions = IndicatorOptions & {
  /** Bars that the average covers, 1 to 100,000; 1 is the true range itself. @default 14 */
  period?: number | undefined
  /** Leading values to hide while the seed fades. @default 0 */
  unstablePeriod?: number | undefined
  /** `tradingview` takes the first bar's range into the seed, one bar earlier. @default 'talib-0.6.4' */
  profile?: Profile | undefined
}

/** The loop as a part of other functions. */
export function rangeKernel({ period = 14, unstablePeriod = 0, profile }: AtrOptions): Kernel {
  integer('period', period, 1)
  integer('unstablePeriod', unstablePeriod, 0)
  const state = new Float64Array(2)
  const early = profile === 'tradingview' ? 1 : 0
  return {
    lookback: period - early + unstablePeriod,
    window: 0,
    states: [state],
    run: (inputs, outputs, start, end) => smooth(state, 0, period, early, inputs, outputs, start, end),
  }
}

/** The loop with its parameters bound. */
export function atrKernel(options: AtrOptions): Kernel {
  const { period = 14, unstablePeriod: hidden = 0 } = options
  const begun = rangeKernel(options).lookback - hidden + 1
  return laneKernel({
    count: 3,
    size: 2,
    begun,
    hidden,
    // With a period of 1 nothing is carried over, so there is nothing to wait for.
    memory: period > 1 ? 56 * period : Number.POSITIVE_INFINITY,
    loop: (states, stride, inputs, outputs, start, end) =>
      smooth(states, stride, period, period + 1 - begun, inputs, outputs, start, end),
  })
}

// Not a closure: V8 then compiles it once for all kernels, with unboxed numbers.
function smooth(
  states: Float64Array,
  stride: number,
  period: number,
  early: number,
  inputs: Columns,
  outputs: Columns,
  start: number,
  end: number,
): void {
  const high = inputs[0]
  const low = inputs[1]
  const close = inputs[2]
  const output = outputs[0]
  const seed = period - early
  const span = +period
  const rest = span - 1
  const second = stride > 0 ? 2 : 0
  const third = 2 * second
  let average = states[0] as number
  let previous = states[1] as number
  let secondAverage = states[second] as number
  let secondPrevious = states[second + 1] as number
  let thirdAverage = states[third] as number
  let thirdPrevious = states[third + 1] as number
  let index = start
  if (index === 0 && end > 0) {
    if (early) average = output[0] = (high[0] as number) - (low[0] as number)
    previous = close[index++] as number
  }
  for (const seeded = earlier(seed + 1, end); index < seeded; index++) {
    average += trueRange(high[index] as number, low[index] as number, previous)
    previous = close[index] as number
    if (index === seed) output[index] = average /= period
  }
  let next: number
  let last: number
  for (; stride === 0 && index < end; index++) {
    average = rest === 0 ? 0 : average * rest
    average += trueRange(high[index] as number, low[index] as number, previous)
    average /= span
    previous = close[index] as number
    output[index] = average
  }
  // Two bars of each stretch a round, for V8 looks every column up again in each round.
  for (; index < end; index++) {
    average = rest === 0 ? 0 : average * rest
    average += trueRange(high[index] as number, low[index] as number, previous)
    average /= span
    previous = close[index] as number
    output[index] = average
    next = index + stride
    secondAverage =
      (secondAverage * rest + trueRange(high[next] as number, low[next] as number, secondPrevious)) / span
    secondPrevious = close[next] as number
    output[next] = secondAverage
    last = next + stride
    thirdAverage =
      (thirdAverage * rest + trueRange(high[last] as number, low[last] as number, thirdPrevious)) / span
    thirdPrevious = close[last] as number
    output[last] = thirdAverage
    if (++index === end) break
    average = rest === 0 ? 0 : average * rest
    average += trueRange(high[index] as number, low[index] as number, previous)
    average /= span
    previous = close[index] as number
    output[index] = average
    next = index + stride
    secondAverage =
      (secondAverage * rest + trueRange(high[next] as number, low[next] as number, secondPrevious)) / span
    secondPrevious = close[next] as number
    output[next] = secondAverage
    last = next + stride
    thirdAverage =
      (thirdAverage * rest + trueRange(high[last] as number, low[last] as number, thirdPrevious)) / span
    thirdPrevious = close[last] as number
    output[last] = thirdAverage
  }
  states[third] = thirdAverage
  states[third + 1] = thirdPrevious
  states[second] = secondAverage
  states[second + 1] = secondPrevious
  states[0] = average
  states[1] = previous
}

/** Index of the first value of `atr`: `period + unstablePeriod`, one less with the tradingview profile. */
export function atrLookback(options: AtrOptions = {}): number {
  return atrKernel(options).lookback
}

/**
 * Average true range: how far a bar usually moves, gaps included, smoothed as Wilder does.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`, price units; the first `period` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `ATR`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 1 to 100,000, or the columns differ in length
 * @example
 * atr([10, 11, 12], [9, 10, 10], [9.5, 10.5, 11], { period: 2 }) // [NaN, NaN, 1.75]
 */
export function atr(high: Column, low: Column, close: Column, options: AtrOptions = {}): Float64Array {
  return compute(atrKernel, [high, low, close], options)
}

/** The stream form of `atr`. */
export function createAtr(options: AtrOptions = {}): HighLowCloseStream {
  const kernel = atrKernel(options)
  if (options.nan === 'reset') return createStream(kernel, 3, options)
  const { period = 14, unstablePeriod = 0, profile } = options
  return new AverageStream(
    period,
    unstablePeriod,
    profile === 'tradingview' ? 1 : 0,
    (high, low, _close, previous) => trueRange(high, low, previous),
    () => 0,
    wilder(period),
    (average) => average,
  )
}
