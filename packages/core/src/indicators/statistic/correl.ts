import type { Column, Columns, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { PairStream } from '../framework/stream.ts'

export type CorrelOptions = IndicatorOptions & {
  /** Bars in the window, 1 to 100,000. @default 30 */
  period?: number
}

/** The loop with its parameters bound. */
export function correlKernel({ period = 30 }: CorrelOptions): Kernel {
  const lookback = integer('period', period, 1) - 1
  const state = new Float64Array(5)
  return {
    lookback,
    window: period,
    states: [state],
    run: (inputs, outputs, start, end) => relate(state, period, inputs, outputs, start, end),
  }
}

// Not a closure: V8 then compiles it once for all kernels, with unboxed numbers.
function relate(
  state: Float64Array,
  period: number,
  inputs: Columns,
  outputs: Columns,
  start: number,
  end: number,
): void {
  const first = inputs[0]
  const second = inputs[1]
  const output = outputs[0]
  const span = +period
  let sumX = state[0] as number
  let sumY = state[1] as number
  let sumXX = state[2] as number
  let sumYY = state[3] as number
  let sumXY = state[4] as number
  for (let index = start; index < end; index++) {
    if (index >= period) {
      const oldX = first[index - period] as number
      const oldY = second[index - period] as number
      sumX -= oldX
      sumXX -= oldX * oldX
      sumXY -= oldX * oldY
      sumY -= oldY
      sumYY -= oldY * oldY
    }
    const x = first[index] as number
    const y = second[index] as number
    sumX += x
    sumXX += x * x
    sumXY += x * y
    sumY += y
    sumYY += y * y
    const spread = (sumXX - (sumX * sumX) / span) * (sumYY - (sumY * sumY) / span)
    output[index] = spread < 1e-14 ? 0 : (sumXY - (sumX * sumY) / span) / Math.sqrt(spread)
  }
  state[0] = sumX
  state[1] = sumY
  state[2] = sumXX
  state[3] = sumYY
  state[4] = sumXY
}

/** Index of the first value of `correl`. */
export function correlLookback(options: CorrelOptions = {}): number {
  return correlKernel(options).lookback
}

/**
 * Pearson's correlation of two columns over the last `period` bars.
 *
 * - Input: `first[n]`, `second[n]`, oldest first.
 * - Output: `Float64Array[n]`, -1 to 1, 0 where a column is flat; the first `period - 1` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CORREL`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 1 to 100,000
 * @example
 * correl([1, 2, 3], [2, 4, 3], { period: 2 }) // [NaN, 1, -1]
 */
export function correl(first: Column, second: Column, options: CorrelOptions = {}): Float64Array {
  return compute(correlKernel, [first, second], options)
}

/** The stream form of `correl`. */
export function createCorrel(options: CorrelOptions = {}): PairStream {
  return createStream(correlKernel(options), 2, options)
}
