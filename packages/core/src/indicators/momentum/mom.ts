import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { addShifted } from '../math-operators/shifted-sum.ts'

export type MomOptions = IndicatorOptions & {
  /** Bars between the two values, 1 to 100,000. @default 10 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function momKernel({ period = 10 }: MomOptions): Kernel {
  integer('period', period, 1)
  return {
    lookback: period,
    window: period,
    states: [],
    run: (inputs, outputs, start, end) =>
      addShifted(inputs[0], inputs[0], period, -1, outputs[0], later(start, period), end),
  }
}

/** Index of the first value of `mom`: `period`. */
export function momLookback(options: MomOptions = {}): number {
  return momKernel(options).lookback
}

/**
 * Momentum: how far each value is from the one `period` bars earlier.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit as the input; the first `period` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `MOM`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 1 to 100,000
 * @example
 * mom([1, 3, 6], { period: 1 }) // [NaN, 2, 3]
 */
export function mom(values: Column, options: MomOptions = {}): Float64Array {
  return compute(momKernel, [values], options)
}

/** The stream form of `mom`. */
export function createMom(options: MomOptions = {}): Stream1 {
  return createStream(momKernel(options), 1, options)
}
