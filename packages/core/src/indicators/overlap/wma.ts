import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { type SeriesKernel, seriesKernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { earlier, later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'

export type WmaOptions = IndicatorOptions & {
  /** Bars averaged, the newest with weight `period`, the oldest with 1; 2 to 100,000. @default 30 */
  period?: number | undefined
}

/** The building block, over an input that is valid from bar `origin` on. */
export function wmaSeries(period: number, origin = 0): SeriesKernel {
  // Weighted sum, plain sum, and the value that leaves the plain sum with the next bar.
  const state = new Float64Array(3)
  const lookback = origin + period - 1
  return {
    lookback,
    window: period,
    states: [state],
    step(input, output, start, end) {
      weigh(state, period, origin, lookback, input, output, later(start, origin), end)
    },
  }
}

// Not a closure: V8 then compiles it once for all kernels, with unboxed numbers.
function weigh(
  state: Float64Array,
  period: number,
  origin: number,
  lookback: number,
  input: Float64Array,
  output: Float64Array,
  start: number,
  end: number,
): void {
  const span = +period
  const weights = (span * (span + 1)) / 2
  let weighted = state[0] as number
  let plain = state[1] as number
  let leaving = state[2] as number
  let index = start
  for (const seeded = earlier(lookback, end); index < seeded; index++) {
    const value = input[index] as number
    plain += value
    weighted += value * (index - origin + 1)
  }
  let trailing = index - period + 1
  // Two bars at a time, which asks half as often whether to go on.
  for (; index + 1 < end; index += 2, trailing += 2) {
    const value = input[index] as number
    const next = input[index + 1] as number
    const oldest = input[trailing] as number
    plain = plain + value - leaving
    weighted += value * span
    leaving = input[trailing + 1] as number
    output[index] = weighted / weights
    weighted -= plain
    plain = plain + next - oldest
    weighted += next * span
    output[index + 1] = weighted / weights
    weighted -= plain
  }
  if (index < end) {
    const value = input[index] as number
    plain = plain + value - leaving
    weighted += value * span
    leaving = input[trailing] as number
    output[index] = weighted / weights
    weighted -= plain
  }
  state[0] = weighted
  state[1] = plain
  state[2] = leaving
}

/** The loop with its parameters bound. */
export function wmaKernel({ period = 30 }: WmaOptions) {
  return seriesKernel(wmaSeries(integer('period', period, 2)))
}

/** Index of the first value of `wma`: `period - 1`. */
export function wmaLookback(options: WmaOptions = {}): number {
  return wmaKernel(options).lookback
}

/**
 * Weighted moving average: weights fall evenly from the newest value to the oldest.
 *
 * - Input: `values[n]`, oldest first, any unit.
 * - Output: `Float64Array[n]`, same unit; the first `period - 1` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `WMA`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000
 * @example
 * wma([1, 2, 3], { period: 2 }) // [NaN, 5 / 3, 8 / 3]
 */
export function wma(values: Column, options: WmaOptions = {}): Float64Array {
  return compute(wmaKernel, [values], options)
}

/** The stream form of `wma`. */
export function createWma(options: WmaOptions = {}): Stream1 {
  return createStream(wmaKernel(options), 1, options)
}
