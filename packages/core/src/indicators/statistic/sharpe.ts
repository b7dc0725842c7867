import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer, real } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { returnsKernel } from './moments.ts'

export type SharpeOptions = IndicatorOptions & {
  /** Returns in the window, 2 to 100,000. @default 63 */
  period?: number | undefined
  /** Bars in a year, from 1. @default 252 */
  periodsPerYear?: number | undefined
  /** Yearly return without risk, percent, any number. @default 0 */
  riskFree?: number | undefined
}

/** The loop with its parameters bound. */
export function sharpeKernel({ period = 63, periodsPerYear = 252, riskFree = 0 }: SharpeOptions): Kernel {
  integer('period', period, 2)
  real('periodsPerYear', periodsPerYear, 1)
  real('riskFree', riskFree)
  const free = riskFree / 100 / periodsPerYear
  const scale = Math.sqrt(periodsPerYear)
  return returnsKernel(period, (output, row, moments) => {
    const spread = Math.sqrt((moments[2] as number) / (period - 1))
    output[row] = spread > 1e-12 ? (((moments[1] as number) - free) / spread) * scale : Number.NaN
  })
}

/** Index of the first value of `sharpe`. */
export function sharpeLookback(options: SharpeOptions = {}): number {
  return sharpeKernel(options).lookback
}

/**
 * Sharpe ratio of the last `period` returns, for a year: mean excess return in sample standard deviations.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, a ratio; the first `period` slots are NaN, and so is a window whose returns do not vary.
 * - Cost: O(n) whatever the period, and memory for a window.
 * - Source: W. Sharpe, "The Sharpe Ratio", Journal of Portfolio Management 21:1 (1994).
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 */
export function sharpe(values: Column, options: SharpeOptions = {}): Float64Array {
  return compute(sharpeKernel, [values], options)
}

/** The stream form of `sharpe`. */
export function createSharpe(options: SharpeOptions = {}): Stream1 {
  return createStream(sharpeKernel(options), 1, options)
}
