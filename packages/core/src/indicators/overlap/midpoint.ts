import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { earlier, later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { WindowExtreme } from '../framework/window-extreme.ts'
import { isQuickRange, rangeBars, slideRange } from '../framework/window-range.ts'
import { halve } from './midprice.ts'

export type MidpointOptions = IndicatorOptions & {
  /** Bars looked at, 2 to 100,000. @default 14 */
  period?: number
}

/** The loop with its parameters bound. */
export function midpointKernel({ period = 14 }: MidpointOptions): Kernel {
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
      const low = high
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
        // TA-Lib starts every window with its oldest value, so a NaN there shows.
        output[index] = Number.isNaN(low[trailing]) ? Number.NaN : (most + least) / 2
      }
      state[0] = index - lowestAt
      state[1] = index - highestAt
    },
  }
}

/** Index of the first value of `midpoint`: `period - 1`. */
export function midpointLookback(options: MidpointOptions = {}): number {
  return midpointKernel(options).lookback
}

/**
 * Midpoint: halfway between the highest and the lowest of the last values.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit as the input; the first `period - 1` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `MIDPOINT`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000
 * @example
 * midpoint([1, 5, 2], { period: 2 }) // [NaN, 3, 3.5]
 */
export function midpoint(values: Column, options: MidpointOptions = {}): Float64Array {
  return compute(midpointKernel, [values], options)
}

/** The stream form of `midpoint`. */
export function createMidpoint(options: MidpointOptions = {}): Stream1 {
  return createStream(midpointKernel(options), 1, options)
}
