import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'

export type CciOptions = IndicatorOptions & {
  /** Bars looked at, 2 to 100,000. @default 14 */
  period?: number
}

/** The loop with its parameters bound. */
export function cciKernel({ period = 14 }: CciOptions): Kernel {
  integer('period', period, 2)
  const lookback = period - 1
  // TA-Lib sums a ring of prices from its first slot on: the slot of the newest price, and the sum up to it.
  const state = new Float64Array([-1, 0])
  return {
    lookback,
    window: period,
    states: [state],
    outputs: 1,
    scratch: 1,
    run(inputs, outputs, start, end) {
      const high = inputs[0]
      const low = inputs[1]
      const close = inputs[2]
      const output = outputs[0]
      const prices = outputs[1]
      const span = +period
      let slot = state[0] as number
      let head = state[1] as number
      let index = start
      for (const seeded = Math.min(lookback, end); index < seeded; index++) {
        const price = ((high[index] as number) + (low[index] as number) + (close[index] as number)) / 3
        prices[index] = price
        slot++
        head += price
      }
      for (; index < end; index++) {
        const price = ((high[index] as number) + (low[index] as number) + (close[index] as number)) / 3
        prices[index] = price
        if (++slot === span) {
          slot = 0
          head = 0
        }
        head += price
        const newest = index - slot
        const oldest = index - span + 1
        let average = head
        for (let at = oldest; at < newest; at++) average += prices[at] as number
        average /= span
        let distance = 0
        for (let at = newest; at <= index; at++) distance += Math.abs((prices[at] as number) - average)
        for (let at = oldest; at < newest; at++) distance += Math.abs((prices[at] as number) - average)
        const above = price - average
        output[index] = above !== 0 && distance !== 0 ? above / (0.015 * (distance / span)) : 0
      }
      state[0] = slot
      state[1] = head
    },
  }
}

/** Index of the first value of `cci`: `period - 1`. */
export function cciLookback(options: CciOptions = {}): number {
  return cciKernel(options).lookback
}

/**
 * Commodity channel index: how many mean deviations the typical price is from its average.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`, mostly -100 to 100; the first `period - 1` slots are NaN; 0 where prices are flat.
 * - Cost: O(n * period), two allocations.
 * - Parity: TA-Lib `CCI`, to the bit; its order of summation takes O(period) a bar.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000, or the columns differ in length
 * @example
 * cci(high, low, close, { period: 20 })
 */
export function cci(high: Column, low: Column, close: Column, options: CciOptions = {}): Float64Array {
  return compute(cciKernel(options), [high, low, close], options)
}

/** The stream form of `cci`. */
export function createCci(options: CciOptions = {}): HighLowCloseStream {
  return createStream(cciKernel(options), 3, options)
}
