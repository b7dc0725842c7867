import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { middles } from './midprice.ts'

export type MidpointOptions = IndicatorOptions & {
  /** Bars looked at, 2 to 100,000. @default 14 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function midpointKernel({ period = 14 }: MidpointOptions): Kernel {
  const { step, ...rest } = middles(integer('period', period, 2))
  return {
    ...rest,
    run: (inputs, outputs, start, end) => step(inputs[0], inputs[0], outputs[0], start, end),
  }
}

/** Index of the first value of `midpoint`: `period - 1`. */
export function midpointLookback(options: MidpointOptions = {}): number {
  return midpointKernel(options).lookback
}

/**
 * Midpoint: halfway between the highest and the lowest of the last values.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit as the input; the first `period - 1` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `MIDPOINT`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000
 * @example
 * midpoint([1, 5, 2], { period: 2 }) // [NaN, 3, 3.5]
 */
export function midpoint(values: Column, options: MidpointOptions = {}): Float64Array {
  return compute(midpointKernel, [values], options)
}

/** The stream form of `midpoint`. */
export function createMidpoint(options: MidpointOptions = {}): Stream1 {
  return createStream(midpointKernel(options), 1, options)
}
