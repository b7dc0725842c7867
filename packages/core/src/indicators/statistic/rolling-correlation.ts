import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { PairStream } from '../framework/stream.ts'
import { returnMomentsKernel } from './return-moments.ts'

export type RollingCorrelationOptions = IndicatorOptions & {
  /** Returns in the window, 2 to 100,000. @default 60 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function rollingCorrelationKernel({ period = 60 }: RollingCorrelationOptions): Kernel {
  return returnMomentsKernel(integer('period', period, 2), (cross, spreadX, spreadY) =>
    spreadX > 1e-24 && spreadY > 1e-24 ? cross / Math.sqrt(spreadX * spreadY) : Number.NaN,
  )
}

/** Index of the first value of `rollingCorrelation`. */
export function rollingCorrelationLookback(options: RollingCorrelationOptions = {}): number {
  return rollingCorrelationKernel(options).lookback
}

/**
 * Pearson's correlation of two columns' returns over the last `period` returns.
 *
 * - Input: `first[n]`, `second[n]`, oldest first.
 * - Output: `Float64Array[n]`, -1 to 1; the first `period` slots are NaN, and so is a window in which one does not vary.
 * - Cost: O(n) whatever the period, and memory for a window.
 * - Source: K. Pearson, "Note on Regression and Inheritance in the Case of Two Parents", Proceedings of the Royal Society 58
 *   (1895), on returns.
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function rollingCorrelation(
  first: Column,
  second: Column,
  options: RollingCorrelationOptions = {},
): Float64Array {
  return compute(rollingCorrelationKernel, [first, second], options)
}

/** The stream form of `rollingCorrelation`. */
export function createRollingCorrelation(options: RollingCorrelationOptions = {}): PairStream {
  return createStream(rollingCorrelationKernel(options), 2, options)
}
