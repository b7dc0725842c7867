import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer, real } from '../framework/parameter.ts'
import type { Profile } from '../framework/profile.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { Stream1 } from '../framework/stream.ts'
import { SlidingExtreme } from '../math-operators/sliding-extreme.ts'
import { profiledEma } from '../overlap/ema.ts'

export type StcOptions = IndicatorOptions & {
  /** Bars of the fast average, 1 to 100,000. @default 23 */
  fastPeriod?: number | undefined
  /** Bars of the slow average, 1 to 100,000. @default 50 */
  slowPeriod?: number | undefined
  /** Bars of each stochastic, 1 to 100,000. @default 10 */
  cyclePeriod?: number | undefined
  /** Weight of the new value in each smoothing, 0 to 1. @default 0.5 */
  factor?: number | undefined
  /** `tradingview` seeds each average with its first value. @default 'talib-0.6.4' */
  profile?: Profile | undefined
}

/** A stochastic that keeps its last value where the range is empty, smoothed with weight `factor`. */
function smoothStochastic(
  input: Float64Array,
  tops: Float64Array,
  bottoms: Float64Array,
  output: Float64Array,
  state: Float64Array,
  factor: number,
  start: number,
  end: number,
): void {
  for (let index = start; index < end; index++) {
    const bottom = bottoms[index] as number
    const range = (tops[index] as number) - bottom
    if (range > 0) state[0] = (((input[index] as number) - bottom) / range) * 100
    const raw = state[0] as number
    state[1] = state[2] === 0 ? raw : (state[1] as number) + factor * (raw - (state[1] as number))
    state[2] = 1
    output[index] = state[1] as number
  }
}

/** The loop with its parameters bound. */
export function stcKernel({
  fastPeriod = 23,
  slowPeriod = 50,
  cyclePeriod = 10,
  factor = 0.5,
  profile,
}: StcOptions): Kernel {
  integer('fastPeriod', fastPeriod, 1)
  integer('slowPeriod', slowPeriod, 1)
  integer('cyclePeriod', cyclePeriod, 1)
  real('factor', factor, 0, 1)
  const fast = profiledEma(profile, fastPeriod)
  const slow = profiledEma(profile, slowPeriod)
  const origin = Math.max(fast.lookback, slow.lookback)
  const from = origin + cyclePeriod - 1
  const lookback = from + cyclePeriod - 1
  const extremes = [
    new SlidingExtreme(cyclePeriod, 1, origin),
    new SlidingExtreme(cyclePeriod, -1, origin),
    new SlidingExtreme(cyclePeriod, 1, from),
    new SlidingExtreme(cyclePeriod, -1, from),
  ] as const
  // Of each stage: the last stochastic, the smoothed one, whether there is one.
  const stages = [new Float64Array(3), new Float64Array(3)] as const
  return {
    lookback,
    window: cyclePeriod,
    states: [...stages, ...fast.states, ...slow.states, ...extremes.map(({ state }) => state)],
    scratch: slidingScratch(4),
    forget() {
      for (const extreme of extremes) extreme.forget()
    },
    run(inputs, outputs, start, end) {
      const values = inputs[0]
      const difference = outputs[1]
      const tops = outputs[2]
      const bottoms = outputs[3]
      const inner = outputs[4]
      fast.step(values, difference, start, end)
      slow.step(values, tops, start, end)
      for (let index = later(start, origin); index < end; index++)
        difference[index] = (difference[index] as number) - (tops[index] as number)
      extremes[0].follow(difference, tops, undefined, 0, start, end)
      extremes[1].follow(difference, bottoms, undefined, 0, start, end)
      smoothStochastic(difference, tops, bottoms, inner, stages[0], factor, later(start, from), end)
      extremes[2].follow(inner, tops, undefined, 0, start, end)
      extremes[3].follow(inner, bottoms, undefined, 0, start, end)
      smoothStochastic(inner, tops, bottoms, outputs[0], stages[1], factor, later(start, lookback), end)
    },
  }
}

/** Index of the first value of `stc`. */
export function stcLookback(options: StcOptions = {}): number {
  return stcKernel(options).lookback
}

/**
 * Schaff trend cycle: the stochastic of the stochastic of the difference of two exponential averages.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, 0 to 100; NaN until both stochastics are full.
 * - Cost: O(n), five allocations.
 * - Source: D. Schaff, "Releasing the Code to the Schaff Trend Cycle" (2008): https://studylib.net/doc/26257935/.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 */
export function stc(values: Column, options: StcOptions = {}): Float64Array {
  return compute(stcKernel, [values], options)
}

/** The stream form of `stc`. */
export function createStc(options: StcOptions = {}): Stream1 {
  return createStream(stcKernel(options), 1, options)
}
