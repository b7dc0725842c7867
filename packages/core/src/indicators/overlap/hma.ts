import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { Stream1 } from '../framework/stream.ts'
import { wmaSeries } from './wma.ts'

export type HmaOptions = IndicatorOptions & {
  /** Bars in the window, 2 to 100,000. @default 16 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function hmaKernel({ period = 16 }: HmaOptions): Kernel {
  integer('period', period, 2)
  const half = wmaSeries(Math.floor(period / 2))
  const full = wmaSeries(period)
  const last = wmaSeries(Math.floor(Math.sqrt(period)), period - 1)
  return {
    lookback: last.lookback,
    window: period,
    states: [...half.states, ...full.states, ...last.states],
    scratch: slidingScratch(2),
    run(inputs, outputs, start, end) {
      const values = inputs[0]
      const quick = outputs[1]
      const calm = outputs[2]
      half.step(values, quick, start, end)
      full.step(values, calm, start, end)
      for (let index = later(start, period - 1); index < end; index++)
        calm[index] = 2 * (quick[index] as number) - (calm[index] as number)
      last.step(calm, outputs[0], start, end)
    },
  }
}

/** Index of the first value of `hma`. */
export function hmaLookback(options: HmaOptions = {}): number {
  return hmaKernel(options).lookback
}

/**
 * Hull moving average: a weighted average of twice the fast less the slow weighted average, which takes most of the lag away.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit; NaN for the first `period + floor(sqrt(period)) - 2` slots.
 * - Cost: O(n), three allocations.
 * - Source: A. Hull, "How to reduce lag in a moving average" (alanhull.com, 2005); half the period and its root are cut to
 *   whole bars, as in TradingView's script.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 */
export function hma(values: Column, options: HmaOptions = {}): Float64Array {
  return compute(hmaKernel, [values], options)
}

/** The stream form of `hma`. */
export function createHma(options: HmaOptions = {}): Stream1 {
  return createStream(hmaKernel(options), 1, options)
}
