import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { type SeriesKernel, seriesKernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { earlier, later } from '../framework/later.ts'
import { integer, real } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { seedCascade } from './ema-cascade.ts'

export type T3Options = IndicatorOptions & {
  /** Bars that set the weight `2 / (period + 1)`, 2 to 100,000. @default 5 */
  period?: number | undefined
  /** How much of the lag is taken back, 0 (an average of averages) to 1. @default 0.7 */
  volumeFactor?: number | undefined
  /** Leading values to hide while the seed fades. @default 0 */
  unstablePeriod?: number | undefined
}

/** The building block, over an input that is valid from bar `origin` on. */
export function t3Series(period: number, origin = 0, factor = 0.7): SeriesKernel {
  const state = new Float64Array(6)
  const weight = 2 / (period + 1)
  const kept = 1 - weight
  const lookback = origin + 6 * (period - 1)
  const square = factor * factor
  const c1 = -(square * factor)
  const c2 = 3 * (square - c1)
  const c3 = -6 * square - 3 * (factor - c1)
  const c4 = 1 + 3 * factor - c1 + 3 * square
  return {
    lookback,
    window: 0,
    states: [state],
    step(input, output, start, end) {
      let index = later(start, origin)
      // The first value takes the seeds as they are.
      for (const seeded = earlier(lookback + 1, end); index < seeded; index++) {
        seedCascade(state, input[index] as number, index - origin, period, weight, kept)
        output[index] =
          c1 * (state[5] as number) +
          c2 * (state[4] as number) +
          c3 * (state[3] as number) +
          c4 * (state[2] as number)
      }
      if (index < end) cascade(state, weight, kept, c1, c2, c3, c4, input, output, index, end)
    },
  }
}

// Not a closure: V8 then compiles it once for all kernels, with unboxed numbers.
function cascade(
  state: Float64Array,
  weight: number,
  kept: number,
  c1: number,
  c2: number,
  c3: number,
  c4: number,
  input: Float64Array,
  output: Float64Array,
  start: number,
  end: number,
): void {
  let e1 = state[0] as number
  let e2 = state[1] as number
  let e3 = state[2] as number
  let e4 = state[3] as number
  let e5 = state[4] as number
  let e6 = state[5] as number
  for (let index = start; index < end; index++) {
    e1 = weight * (input[index] as number) + kept * e1
    e2 = weight * e1 + kept * e2
    e3 = weight * e2 + kept * e3
    e4 = weight * e3 + kept * e4
    e5 = weight * e4 + kept * e5
    e6 = weight * e5 + kept * e6
    output[index] = c1 * e6 + c2 * e5 + c3 * e4 + c4 * e3
  }
  state[0] = e1
  state[1] = e2
  state[2] = e3
  state[3] = e4
  state[4] = e5
  state[5] = e6
}

/** The loop with its parameters bound. */
export function t3Kernel({ period = 5, volumeFactor = 0.7, unstablePeriod = 0 }: T3Options) {
  return seriesKernel(
    t3Series(integer('period', period, 2), 0, real('volumeFactor', volumeFactor, 0, 1)),
    integer('unstablePeriod', unstablePeriod, 0),
  )
}

/** Index of the first value of `t3`: `6 * (period - 1) + unstablePeriod`. */
export function t3Lookback(options: T3Options = {}): number {
  return t3Kernel(options).lookback
}

/**
 * T3: Tillson's six-fold exponential average, sharpened by `volumeFactor`.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit as the input; the first `6 * (period - 1)` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `T3`, to the bit.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 * @example
 * t3(closes, { period: 5, volumeFactor: 0.7 })
 */
export function t3(values: Column, options: T3Options = {}): Float64Array {
  return compute(t3Kernel, [values], options)
}

/** The stream form of `t3`. */
export function createT3(options: T3Options = {}): Stream1 {
  return createStream(t3Kernel(options), 1, options)
}
