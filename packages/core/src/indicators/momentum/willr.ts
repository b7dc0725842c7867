import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { extremes } from '../framework/extremes.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'
import { slideRange, writePlaces } from '../framework/window-range.ts'

export type WillrOptions = IndicatorOptions & {
  /** Bars looked at, 2 to 100,000. @default 14 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function willrKernel({ period = 14 }: WillrOptions): Kernel {
  const { step, ...ranges } = extremes(integer('period', period, 2), slideRange)
  return {
    ...ranges,
    run: (inputs, outputs, start, end) =>
      step(inputs[0], inputs[1], start, end, (from, to) =>
        writePlaces(inputs[2], true, outputs[0], from, to),
      ),
  }
}

/** Index of the first value of `willr`: `period - 1`. */
export function willrLookback(options: WillrOptions = {}): number {
  return willrKernel(options).lookback
}

/**
 * Williams' %R: how far the close is below the highest high, in the range of the last bars.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`, -100 to 0; the first `period - 1` slots are NaN; 0 where the range is 0.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `WILLR`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000, or the columns differ in length
 * @example
 * willr(high, low, close, { period: 14 })
 */
export function willr(high: Column, low: Column, close: Column, options: WillrOptions = {}): Float64Array {
  return compute(willrKernel, [high, low, close], options)
}

/** The stream form of `willr`. */
export function createWillr(options: WillrOptions = {}): HighLowCloseStream {
  return createStream(willrKernel(options), 3, options)
}
