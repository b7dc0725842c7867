import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { type SeriesKernel, seriesKernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'

export type TrimaOptions = IndicatorOptions & {
  /** Bars averaged, the middle ones weighing most, 2 to 100,000. @default 30 */
  period?: number | undefined
}

/** The building block, over an input that is valid from bar `origin` on. */
export function trimaSeries(period: number, origin = 0): SeriesKernel {
  // Weighted sum, sum of the older half, sum of the newer half.
  const state = new Float64Array(3)
  const lookback = origin + period - 1
  const half = period >> 1
  const odd = period % 2
  const factor = 1 / (half * (half + 1) + odd * (half + 1))
  // Bars from the oldest one to the newest of the older half.
  const middle = half - 1 + odd
  return {
    lookback,
    window: period,
    states: [state],
    step(input, output, start, end) {
      let index = later(start, lookback)
      if (index >= end) return
      if (index === lookback) {
        let weighted = 0
        let older = 0
        let newer = 0
        for (let at = origin + middle; at >= origin; at--) {
          older += input[at] as number
          weighted += older
        }
        for (let at = origin + middle + 1; at <= index; at++) {
          newer += input[at] as number
          weighted += newer
        }
        output[index++] = weighted * factor
        state[0] = weighted
        state[1] = older
        state[2] = newer
      }
      slide(state, period, middle, factor, input, output, index, end)
    },
  }
}

// Not a closure: V8 then compiles it once for all kernels, with unboxed numbers.
function slide(
  state: Float64Array,
  period: number,
  middle: number,
  factor: number,
  input: Float64Array,
  output: Float64Array,
  start: number,
  end: number,
): void {
  const odd = (period & 1) === 1
  let weighted = state[0] as number
  let older = state[1] as number
  let newer = state[2] as number
  for (let index = start, leaving = start - period, passing = leaving + middle + 1; index < end; index++) {
    const value = input[passing++] as number
    const newest = input[index] as number
    weighted -= older
    older = older - (input[leaving++] as number) + value
    // The value that passes the middle of an odd window counts in both halves, that of an even one leaves the newer first.
    if (!odd) newer -= value
    weighted += newer
    if (odd) newer -= value
    newer += newest
    weighted += newest
    output[index] = weighted * factor
  }
  state[0] = weighted
  state[1] = older
  state[2] = newer
}

/** The loop with its parameters bound. */
export function trimaKernel({ period = 30 }: TrimaOptions) {
  return seriesKernel(trimaSeries(integer('period', period, 2)))
}

/** Index of the first value of `trima`: `period - 1`. */
export function trimaLookback(options: TrimaOptions = {}): number {
  return trimaKernel(options).lookback
}

/**
 * Triangular moving average: weights rise evenly to the middle of the window and fall again.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit as the input; the first `period - 1` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `TRIMA`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000
 * @example
 * trima([1, 2, 3], { period: 3 }) // [NaN, NaN, 2]
 */
export function trima(values: Column, options: TrimaOptions = {}): Float64Array {
  return compute(trimaKernel, [values], options)
}

/** The stream form of `trima`. */
export function createTrima(options: TrimaOptions = {}): Stream1 {
  return createStream(trimaKernel(options), 1, options)
}
