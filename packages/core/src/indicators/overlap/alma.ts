import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer, real } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'

export type AlmaOptions = IndicatorOptions & {
  /** Bars in the window, 2 to 100,000. @default 9 */
  period?: number | undefined
  /** Where the bell of weights stands, 0 the oldest and 1 the newest value, 0 to 1. @default 0.85 */
  offset?: number | undefined
  /** How narrow the bell is, 0.1 to 1,000. @default 6 */
  sigma?: number | undefined
}

/** The loop with its parameters bound. */
export function almaKernel({ period = 9, offset = 0.85, sigma = 6 }: AlmaOptions): Kernel {
  integer('period', period, 2)
  real('offset', offset, 0, 1)
  real('sigma', sigma, 0.1, 1000)
  const weights = new Float64Array(period)
  let norm = 0
  for (let place = 0; place < period; place++) {
    const distance = ((place - offset * (period - 1)) * sigma) / period
    weights[place] = Math.exp(-(distance * distance) / 2)
    norm += weights[place] as number
  }
  return {
    lookback: period - 1,
    window: period,
    states: [],
    run(inputs, outputs, start, end) {
      const values = inputs[0]
      const output = outputs[0]
      for (let index = later(start, period - 1); index < end; index++) {
        let sum = 0
        for (let place = 0, at = index - period + 1; place < period; place++, at++)
          sum += (weights[place] as number) * (values[at] as number)
        output[index] = sum / norm
      }
    },
  }
}

/** Index of the first value of `alma`. */
export function almaLookback(options: AlmaOptions = {}): number {
  return almaKernel(options).lookback
}

/**
 * Arnaud Legoux moving average: a window weighted by a bell that stands near its newest end.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit; the first `period - 1` slots are NaN.
 * - Cost: O(n * period), one allocation.
 * - Source: A. Legoux and D. Kouzis-Loukas (2009); formula and defaults of `ta.alma` in TradingView's Pine Script reference.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 */
export function alma(values: Column, options: AlmaOptions = {}): Float64Array {
  return compute(almaKernel, [values], options)
}

/** The stream form of `alma`. */
export function createAlma(options: AlmaOptions = {}): Stream1 {
  return createStream(almaKernel(options), 1, options)
}
