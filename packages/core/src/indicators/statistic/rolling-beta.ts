import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { PairStream } from '../framework/stream.ts'

export type RollingBetaOptions = IndicatorOptions & {
  /** Returns in the window, 2 to 100,000. @default 60 */
  period?: number
}

/** The loop with its parameters bound. */
export function rollingBetaKernel({ period = 60 }: RollingBetaOptions): Kernel {
  integer('period', period, 2)
  return {
    lookback: period,
    window: period + 1,
    states: [],
    outputs: 1,
    run(inputs, outputs, start, end) {
      const first = inputs[0]
      const second = inputs[1]
      for (let index = Math.max(start, period); index < end; index++) {
        let sumX = 0
        let sumY = 0
        for (let at = index - period + 1; at <= index; at++) {
          sumX += (first[at] as number) / (first[at - 1] as number) - 1
          sumY += (second[at] as number) / (second[at - 1] as number) - 1
        }
        const meanX = sumX / period
        const meanY = sumY / period

        let spreadY = 0
        let cross = 0
        for (let at = index - period + 1; at <= index; at++) {
          const x = (first[at] as number) / (first[at - 1] as number) - 1 - meanX
          const y = (second[at] as number) / (second[at - 1] as number) - 1 - meanY

          spreadY += y * y
          cross += x * y
        }
        outputs[0][index] = spreadY > 1e-24 ? cross / spreadY : Number.NaN
      }
    },
  }
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
 * - Cost: O(n * period), one allocation.
 * - Source: Standard definition; W. Sharpe, "Capital Asset Prices", Journal of Finance (1964).
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function rollingBeta(first: Column, second: Column, options: RollingBetaOptions = {}): Float64Array {
  return compute(rollingBetaKernel(options), [first, second], options)
}

/** The stream form of `rollingBeta`. */
export function createRollingBeta(options: RollingBetaOptions = {}): PairStream {
  return createStream(rollingBetaKernel(options), 2, options)
}
