import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel, SeriesKernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { WindowStream } from './window-stream.ts'

export type SmaOptions = IndicatorOptions & {
  /** Bars averaged, 2 to 100,000. @default 30 */
  period?: number | undefined
}

/** The building block: any period from 1, over an input that is valid from bar `origin` on. */
export function smaSeries(period: number, origin = 0): SeriesKernel {
  const state = new Float64Array(1)
  const lookback = origin + period - 1
  return {
    lookback,
    window: period,
    states: [state],
    step(input, output, start, end) {
      average(state, period, period, lookback, input, output, later(start, origin), end)
    },
  }
}

/** Sums of the last `period` values over a divisor. Not a closure: V8 then compiles it once for all, with unboxed numbers. */
export function average(
  state: Float64Array,
  period: number,
  divisor: number,
  lookback: number,
  input: Float64Array,
  output: Float64Array,
  start: number,
  end: number,
): void {
  const span = +divisor
  let sum = state[0] as number
  let index = start
  for (; index < lookback && index < end; index++) sum += input[index] as number
  let trailing = index - period + 1
  // Two bars at a time, which asks half as often what the columns are.
  for (; index < end; index++, trailing++) {
    sum += input[index] as number
    output[index] = sum / span
    sum -= input[trailing] as number
    if (++index === end) break
    trailing++
    sum += input[index] as number
    output[index] = sum / span
    sum -= input[trailing] as number
  }
  state[0] = sum
}

/** The loop with its parameters bound. Not made of the building block, which would make `sma` alone larger. */
export function smaKernel({ period = 30 }: SmaOptions): Kernel {
  const lookback = integer('period', period, 2) - 1
  const state = new Float64Array(1)
  return {
    lookback,
    window: period,
    states: [state],
    run(inputs, outputs, start, end) {
      average(state, period, period, lookback, inputs[0], outputs[0], start, end)
    },
  }
}

/** Index of the first value of `sma`: `period - 1`. */
export function smaLookback(options: SmaOptions = {}): number {
  return smaKernel(options).lookback
}

/**
 * Simple moving average: the mean of the last `period` values.
 *
 * - Input: `values[n]`, oldest first, any unit.
 * - Output: `Float64Array[n]`, same unit; the first `period - 1` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `SMA`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000
 * @example
 * sma([1, 2, 3, 4], { period: 2 }) // [NaN, 1.5, 2.5, 3.5]
 */
export function sma(values: Column, options: SmaOptions = {}): Float64Array {
  return compute(smaKernel, [values], options)
}

/** The stream form of `sma`: one value in, the average of the last `period` out. */
export function createSma(options: SmaOptions = {}): Stream1 {
  const { window } = smaKernel(options)
  return options.nan === 'reset'
    ? createStream(smaKernel(options), 1, options)
    : new WindowStream(window, (mean) => mean)
}
