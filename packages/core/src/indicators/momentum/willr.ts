import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { earlier, later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'
import { WindowExtreme } from '../framework/window-extreme.ts'
import { highest, isQuickRange, lowest, rangeBars, slideRange } from '../framework/window-range.ts'

export type WillrOptions = IndicatorOptions & {
  /** Bars looked at, 2 to 100,000. @default 14 */
  period?: number
}

/** The loop with its parameters bound. */
export function willrKernel({ period = 14 }: WillrOptions): Kernel {
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
      const close = inputs[2]
      const output = outputs[0]
      let index = later(start, lookback)
      while (isQuickRange(lookback + 1, index, end)) {
        const stop = earlier(index + rangeBars, end)
        if (!slideRange(high, low, lookback + 1, index, stop)) break
        placeBelow(close, output, index, stop)
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
        const unit = (most - least) / -100
        output[index] = unit === 0 ? 0 : (most - (close[index] as number)) / unit
      }
      state[0] = index - lowestAt
      state[1] = index - highestAt
    },
  }
}

/** How far each close is below the highest high that was slid over bars `start` to `end - 1`, in percent of the range. */
function placeBelow(close: Float64Array, output: Float64Array, start: number, end: number): void {
  for (let index = start; index < end; index++) {
    const top = highest[index - start] as number
    const unit = (top - (lowest[index - start] as number)) / -100
    output[index] = unit === 0 ? 0 : (top - (close[index] as number)) / unit
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
