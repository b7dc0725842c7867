import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { earlier, later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { HighLowStream } from '../framework/stream.ts'
import { WindowExtreme } from '../framework/window-extreme.ts'
import { highest, isQuickRange, lowest, rangeBars, slideRange } from '../framework/window-range.ts'

export type MidpriceOptions = IndicatorOptions & {
  /** Bars looked at, 2 to 100,000. @default 14 */
  period?: number
}

/** The loop with its parameters bound. */
export function midpriceKernel({ period = 14 }: MidpriceOptions): Kernel {
  const lookback = integer('period', period, 2) - 1
  const lows = new WindowExtreme(lookback + 1, -1)
  const highs = new WindowExtreme(lookback + 1, 1)
  // Ages of the lowest and the highest value; older than the window before the first.
  const state = new Float64Array([lookback + 2, lookback + 2])
  return {
    lookback,
    window: lookback + 2,
    states: [state],
    forget() {
      lows.forget()
      highs.forget()
    },
    run(inputs, outputs, start, end) {
      const high = inputs[0]
      const low = inputs[1]
      const output = outputs[0]
      let index = later(start, lookback)
      while (isQuickRange(lookback + 1, index, end)) {
        const stop = earlier(index + rangeBars, end)
        if (!slideRange(high, low, lookback + 1, index, stop)) break
        halve(output, index, stop)
        // Nothing is known of where the extremes are.
        state[0] = state[1] = lookback + 2
        index = stop
      }
      if (index >= end) return
      let lowestAt = (index - (state[0] as number)) | 0
      let highestAt = (index - (state[1] as number)) | 0
      let least = low[lowestAt] as number
      let most = high[highestAt] as number
      for (let trailing = index - lookback; index < end; index++, trailing++) {
        if (lowestAt < trailing) {
          lowestAt = lows.find(low, trailing, index)
          least = low[lowestAt] as number
        } else if ((low[index] as number) <= least) {
          lowestAt = index
          least = low[index] as number
        }
        if (highestAt < trailing) {
          highestAt = highs.find(high, trailing, index)
          most = high[highestAt] as number
        } else if ((high[index] as number) >= most) {
          highestAt = index
          most = high[index] as number
        }
        // TA-Lib starts every window with its oldest bar, so a NaN there shows.
        output[index] =
          Number.isNaN(low[trailing]) || Number.isNaN(high[trailing]) ? Number.NaN : (most + least) / 2
      }
      state[0] = index - lowestAt
      state[1] = index - highestAt
    },
  }
}

/** The middles of the ranges that were slid over bars `start` to `end - 1`. */
export function halve(output: Float64Array, start: number, end: number): void {
  for (let index = start; index < end; index++)
    output[index] = ((highest[index - start] as number) + (lowest[index - start] as number)) / 2
}

/** Index of the first value of `midprice`: `period - 1`. */
export function midpriceLookback(options: MidpriceOptions = {}): number {
  return midpriceKernel(options).lookback
}

/**
 * Midprice: halfway between the highest high and the lowest low of the last bars.
 *
 * - Input: `high[n]`, `low[n]`, oldest first.
 * - Output: `Float64Array[n]`, price units; the first `period - 1` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `MIDPRICE`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000, or the columns differ in length
 * @example
 * midprice([3, 5], [1, 2], { period: 2 }) // [NaN, 3]
 */
export function midprice(high: Column, low: Column, options: MidpriceOptions = {}): Float64Array {
  return compute(midpriceKernel, [high, low], options)
}

/** The stream form of `midprice`. */
export function createMidprice(options: MidpriceOptions = {}): HighLowStream {
  return createStream(midpriceKernel(options), 2, options)
}
