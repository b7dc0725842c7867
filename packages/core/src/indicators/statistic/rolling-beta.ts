import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { PairStream } from '../framework/stream.ts'
import { returnMomentsKernel } from './return-moments.ts'

export type RollingBetaOptions = IndicatorOptions & {
  /** Returns in the window, 2 to 100,000. @default 60 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function rollingBetaKernel({ period = 60 }: RollingBetaOptions): Kernel {
  return returnMomentsKernel(integer('period', period, 2), (cross, _spreadX, spreadY) =>
    spreadY > 1e-24 ? cross / spreadY : Number.NaN,
  )
}

/** Index of the first value of `rollingBeta`. */
export function rollingBetaLookback(options: RollingBetaOptions = {}): number {
  return rollingBetaKernel(options).lookback
}

/**
 * Beta of the first column's returns to the second's over the last `period` returns: covariance over the variance of the second.
 *
 * - Input: `first[n]`, `second[n]`, oldest first.
 * - Output: `Float64Array[n]`, a ratio; the first `period` slots are NaN, and so is a window in which the second does not vary.
 * - Cost: O(n) whatever the period, and memory for a window.
 * - Source: W. Sharpe, "Capital Asset Prices", Journal of Finance 19:3 (1964).
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function rollingBeta(first: Column, second: Column, options: RollingBetaOptions = {}): Float64Array {
  return compute(rollingBetaKernel, [first, second], options)
}

/** The stream form of `rollingBeta`. */
export function createRollingBeta(options: RollingBetaOptions = {}): PairStream {
  return createStream(rollingBetaKernel(options), 2, options)
}
