import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { PairStream } from '../framework/stream.ts'
import { isZero } from '../framework/zero.ts'

export type BetaOptions = IndicatorOptions & {
  /** Returns in the window, 1 to 100,000. @default 5 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function betaKernel({ period = 5 }: BetaOptions): Kernel {
  integer('period', period, 1)
  const state = new Float64Array(4)
  return {
    lookback: period,
    window: period,
    states: [state],
    scratch: slidingScratch(2),
    run(inputs, outputs, start, end) {
      const first = inputs[0]
      const second = inputs[1]
      const output = outputs[0]
      // Returns are kept: each is taken away again `period` bars later.
      const changesX = outputs[1]
      const changesY = outputs[2]
      let sumXX = state[0] as number
      let sumXY = state[1] as number
      let sumX = state[2] as number
      let sumY = state[3] as number
      for (let index = later(start, 1); index < end; index++) {
        const previousX = first[index - 1] as number
        const previousY = second[index - 1] as number
        const x = isZero(previousX) ? 0 : ((first[index] as number) - previousX) / previousX
        const y = isZero(previousY) ? 0 : ((second[index] as number) - previousY) / previousY
        changesX[index] = x
        changesY[index] = y
        sumXX += x * x
        sumXY += x * y
        sumX += x
        sumY += y
        if (index < period) continue
        const spread = period * sumXX - sumX * sumX
        output[index] = isZero(spread) ? 0 : (period * sumXY - sumX * sumY) / spread
        const oldX = changesX[index - period + 1] as number
        const oldY = changesY[index - period + 1] as number
        sumXX -= oldX * oldX
        sumXY -= oldX * oldY
        sumX -= oldX
        sumY -= oldY
      }
      state[0] = sumXX
      state[1] = sumXY
      state[2] = sumX
      state[3] = sumY
    },
  }
}

/** Index of the first value of `beta`. */
export function betaLookback(options: BetaOptions = {}): number {
  return betaKernel(options).lookback
}

/**
 * Beta: how the second column's returns answer the first's, by least squares over the last `period` returns.
 *
 * - Input: `first[n]`, `second[n]`, prices, oldest first.
 * - Output: `Float64Array[n]`, a ratio, 0 where the first is flat; the first `period` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `BETA`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 1 to 100,000
 * @example
 * beta([1, 2, 4, 4], [1, 3, 9, 9], { period: 2 })[3] // 2
 */
export function beta(first: Column, second: Column, options: BetaOptions = {}): Float64Array {
  return compute(betaKernel, [first, second], options)
}

/** The stream form of `beta`. */
export function createBeta(options: BetaOptions = {}): PairStream {
  return createStream(betaKernel(options), 2, options)
}
