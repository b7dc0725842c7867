import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { type SeriesKernel, seriesKernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { earlier, later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { isZero } from '../framework/zero.ts'

export type KamaOptions = IndicatorOptions & {
  /** Bars over which the move is held against the path, 2 to 100,000. @default 30 */
  period?: number | undefined
  /** Leading values to hide while the seed fades. @default 0 */
  unstablePeriod?: number | undefined
}

/** The building block, over an input that is valid from bar `origin` on. */
export function kamaSeries(period: number, origin = 0): SeriesKernel {
  // The average, and the length of the path over the window.
  const state = new Float64Array(2)
  const lookback = origin + period
  return {
    lookback,
    window: period + 1,
    states: [state],
    step(input, output, start, end) {
      const first = later(start, origin + 1)
      const seeded = later(first, earlier(lookback, end))
      let path = state[1] as number
      for (let index = first; index < seeded; index++)
        path += Math.abs((input[index - 1] as number) - (input[index] as number))
      state[1] = path
      if (seeded < end) adapt(state, period, seeded === lookback, input, output, seeded, end)
    },
  }
}

// Not a closure: V8 then compiles it once for all kernels, with unboxed numbers.
function adapt(
  state: Float64Array,
  period: number,
  fresh: boolean,
  input: Float64Array,
  output: Float64Array,
  start: number,
  end: number,
): void {
  const slowest = 2 / 31
  const spread = 2 / 3 - slowest
  let before = input[start - 1] as number
  let average = fresh ? before : (state[0] as number)
  let path = state[1] as number
  let trailing = start - period
  // No step leaves the first window.
  let leaving = input[fresh ? trailing : trailing - 1] as number
  for (let index = start; index < end; index++) {
    const value = input[index] as number
    const oldest = input[trailing++] as number
    path = path - Math.abs(leaving - oldest) + Math.abs(value - before)
    leaving = oldest
    before = value
    const move = value - oldest
    const efficiency = path <= move || isZero(path) ? 1 : Math.abs(move / path)
    const root = efficiency * spread + slowest
    average = (value - average) * (root * root) + average
    output[index] = average
  }
  state[0] = average
  state[1] = path
}

/** The loop with its parameters bound. */
export function kamaKernel({ period = 30, unstablePeriod = 0 }: KamaOptions) {
  return seriesKernel(kamaSeries(integer('period', period, 2)), integer('unstablePeriod', unstablePeriod, 0))
}

/** Index of the first value of `kama`: `period + unstablePeriod`. */
export function kamaLookback(options: KamaOptions = {}): number {
  return kamaKernel(options).lookback
}

/**
 * Kaufman's adaptive moving average: quick when the price moves straight, slow when it moves to and fro.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit as the input; the first `period` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `KAMA`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000
 * @example
 * kama(closes, { period: 10 })
 */
export function kama(values: Column, options: KamaOptions = {}): Float64Array {
  return compute(kamaKernel, [values], options)
}

/** The stream form of `kama`. */
export function createKama(options: KamaOptions = {}): Stream1 {
  return createStream(kamaKernel(options), 1, options)
}
