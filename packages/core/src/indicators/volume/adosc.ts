import type { Column, Columns, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { HighLowCloseVolumeStream } from '../framework/stream.ts'

export type AdoscOptions = IndicatorOptions & {
  /** Bars of the fast average, 2 to 100,000. @default 3 */
  fastPeriod?: number | undefined
  /** Bars of the slow average, 2 to 100,000. @default 10 */
  slowPeriod?: number | undefined
}

/** The loop with its parameters bound. */
export function adoscKernel({ fastPeriod = 3, slowPeriod = 10 }: AdoscOptions): Kernel {
  integer('fastPeriod', fastPeriod, 2)
  integer('slowPeriod', slowPeriod, 2)
  const state = new Float64Array(3)
  return {
    lookback: Math.max(fastPeriod, slowPeriod) - 1,
    window: 0,
    states: [state],
    run: (inputs, outputs, start, end) => swing(state, fastPeriod, slowPeriod, inputs, outputs, start, end),
  }
}

// Not a closure: V8 then compiles it once for all kernels, with unboxed numbers.
function swing(
  state: Float64Array,
  fastPeriod: number,
  slowPeriod: number,
  inputs: Columns,
  outputs: Columns,
  start: number,
  end: number,
): void {
  const high = inputs[0]
  const low = inputs[1]
  const close = inputs[2]
  const volume = inputs[3]
  const output = outputs[0]
  const fastShare = 2 / (fastPeriod + 1)
  const slowShare = 2 / (slowPeriod + 1)
  const fastKept = 1 - fastShare
  const slowKept = 1 - slowShare
  let line = state[0] as number
  let fast = state[1] as number
  let slow = state[2] as number
  for (let index = start; index < end; index++) {
    const top = high[index] as number
    const bottom = low[index] as number
    const last = close[index] as number
    const range = top - bottom
    if (range > 0) line += ((last - bottom - (top - last)) / range) * (volume[index] as number)
    // The first line is the seed of both averages.
    if (index === 0) fast = slow = line
    else {
      fast = fastShare * line + fastKept * fast
      slow = slowShare * line + slowKept * slow
    }
    output[index] = fast - slow
  }
  state[0] = line
  state[1] = fast
  state[2] = slow
}

/** Index of the first value of `adosc`: the longer period less one. */
export function adoscLookback(options: AdoscOptions = {}): number {
  return adoscKernel(options).lookback
}

/**
 * Chaikin oscillator: a fast less a slow exponential average of the accumulation/distribution line.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, `volume[n]`, oldest first.
 * - Output: `Float64Array[n]`, volume units; NaN before the longer period is full.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `ADOSC`, to the bit.
 *
 * @throws {InvalidParameterError} a period is not a whole number from 2 to 100,000, or the columns differ in length
 * @example
 * adosc([3, 3], [1, 1], [3, 2], [10, 10], { fastPeriod: 2, slowPeriod: 2 }) // [NaN, 0]
 */
export function adosc(
  high: Column,
  low: Column,
  close: Column,
  volume: Column,
  options: AdoscOptions = {},
): Float64Array {
  return compute(adoscKernel, [high, low, close, volume], options)
}

/** The stream form of `adosc`. */
export function createAdosc(options: AdoscOptions = {}): HighLowCloseVolumeStream {
  return createStream(adoscKernel(options), 4, options)
}
