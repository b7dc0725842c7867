import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'
import { trueRange } from './true-range.ts'

/** The loop. */
export function trangeKernel(): Kernel {
  return {
    lookback: 1,
    window: 1,
    states: [],
    run(inputs, outputs, start, end) {
      const high = inputs[0]
      const low = inputs[1]
      const close = inputs[2]
      const output = outputs[0]
      for (let index = later(start, 1); index < end; index++) {
        output[index] = trueRange(high[index] as number, low[index] as number, close[index - 1] as number)
      }
    },
  }
}

/** Index of the first value of `trange`: 1, as it needs the close before. */
export function trangeLookback(): number {
  return 1
}

/**
 * True range: the bar's range, or the distance from the close before where a gap makes that larger.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`, price units; the first slot is NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `TRANGE`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length
 * @example
 * trange([10, 14], [9, 12], [9.5, 13]) // [NaN, 4.5]
 */
export function trange(
  high: Column,
  low: Column,
  close: Column,
  options: IndicatorOptions = {},
): Float64Array {
  return compute(trangeKernel, [high, low, close], options)
}

/** The stream form of `trange`. */
export function createTrange(options: IndicatorOptions = {}): HighLowCloseStream {
  return createStream(trangeKernel(), 3, options)
}
