import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'

export type PercentReturnOptions = IndicatorOptions & {
  /** Bars in the window, 1 to 100,000. @default 1 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function percentReturnKernel({ period = 1 }: PercentReturnOptions): Kernel {
  integer('period', period, 1)
  const lookback = period
  return {
    lookback,
    window: lookback + 1,
    states: [],
    run(inputs, outputs, start, end) {
      const values = inputs[0]
      const output = outputs[0]
      for (let index = later(start, lookback); index < end; index++) {
        const before = values[index - period] as number
        output[index] = before === 0 ? Number.NaN : ((values[index] as number) / before - 1) * 100
      }
    },
  }
}

/** Index of the first value of `percentReturn`. */
export function percentReturnLookback(options: PercentReturnOptions = {}): number {
  return percentReturnKernel(options).lookback
}

/**
 * Return over `period` bars.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, percent; the first `period` slots are NaN, and so is a return on 0.
 * - Cost: O(n), one allocation.
 * - Source: J. Campbell, A. Lo and A. MacKinlay, "The Econometrics of Financial Markets" (1997), 1.4.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 */
export function percentReturn(values: Column, options: PercentReturnOptions = {}): Float64Array {
  return compute(percentReturnKernel, [values], options)
}

/** The stream form of `percentReturn`. */
export function createPercentReturn(options: PercentReturnOptions = {}): Stream1 {
  return createStream(percentReturnKernel(options), 1, options)
}
