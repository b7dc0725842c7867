import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { seriesKernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { emaSeries } from './ema.ts'

export type RmaOptions = IndicatorOptions & {
  /** Bars in the window, 1 to 100,000. @default 14 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function rmaKernel({ period = 14 }: RmaOptions): Kernel {
  integer('period', period, 1)
  return seriesKernel(emaSeries(period, 0, 1 / period))
}

/** Index of the first value of `rma`. */
export function rmaLookback(options: RmaOptions = {}): number {
  return rmaKernel(options).lookback
}

/**
 * Wilder's moving average: an exponential average with weight `1 / period`, seeded with the mean of the first `period` values.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit; the first `period - 1` slots are NaN.
 * - Cost: O(n).
 * - Source: J. W. Wilder, "New Concepts in Technical Trading Systems" (1978); `ta.rma` in TradingView's Pine Script
 *   reference.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 */
export function rma(values: Column, options: RmaOptions = {}): Float64Array {
  return compute(rmaKernel, [values], options)
}

/** The stream form of `rma`. */
export function createRma(options: RmaOptions = {}): Stream1 {
  return createStream(rmaKernel(options), 1, options)
}
