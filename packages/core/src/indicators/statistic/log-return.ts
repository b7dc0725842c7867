import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'

export type LogReturnOptions = IndicatorOptions & {
  /** Bars in the window, 1 to 100,000. @default 1 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function logReturnKernel({ period = 1 }: LogReturnOptions): Kernel {
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
        output[index] = Math.log((values[index] as number) / (values[index - period] as number))
      }
    },
  }
}

/** Index of the first value of `logReturn`. */
export function logReturnLookback(options: LogReturnOptions = {}): number {
  return logReturnKernel(options).lookback
}

/**
 * Logarithmic return over `period` bars.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, natural logarithm; the first `period` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Source: J. Campbell, A. Lo and A. MacKinlay, "The Econometrics of Financial Markets" (1997), 1.4.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 */
export function logReturn(values: Column, options: LogReturnOptions = {}): Float64Array {
  return compute(logReturnKernel, [values], options)
}

/** The stream form of `logReturn`. */
export function createLogReturn(options: LogReturnOptions = {}): Stream1 {
  return createStream(logReturnKernel(options), 1, options)
}
