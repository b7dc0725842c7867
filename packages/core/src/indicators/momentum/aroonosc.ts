import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { earlier, later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { HighLowStream } from '../framework/stream.ts'
import { WindowExtreme } from '../framework/window-extreme.ts'
import { arePlacesQuick, highestAge, lowestAge, placedBars, slidePlaces } from '../framework/window-places.ts'

export type AroonoscOptions = IndicatorOptions & {
  /** Bars looked at, 2 to 100,000. @default 14 */
  period?: number
}

/** The loop with its parameters bound. */
export function aroonoscKernel({ period = 14 }: AroonoscOptions): Kernel {
  const lookback = integer('period', period, 2)
  const lows = new WindowExtreme(lookback + 1, -1, true)
  const highs = new WindowExtreme(lookback + 1, 1, true)
  const unit = 100 / period
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
      const share = +unit
      let index = later(start, lookback)
      while (arePlacesQuick(period + 1, index, end)) {
        const stop = earlier(index + placedBars, end)
        if (!slidePlaces(high, low, period + 1, index, stop)) break
        rate(period, output, index, stop)
        // Nothing is known of where the extremes are.
        state[0] = state[1] = lookback + 2
        index = stop
      }
      if (index >= end) return
      let lowestAt = (index - (state[0] as number)) | 0
      let highestAt = (index - (state[1] as number)) | 0
      let lowest = low[lowestAt] as number
      let highest = high[highestAt] as number
      for (let trailing = index - lookback; index < end; index++, trailing++) {
        if (lowestAt < trailing) {
          lowestAt = lows.find(low, trailing, index)
          lowest = low[lowestAt] as number
        } else if ((low[index] as number) <= lowest) {
          lowestAt = index
          lowest = low[index] as number
        }
        if (highestAt < trailing) {
          highestAt = highs.find(high, trailing, index)
          highest = high[highestAt] as number
        } else if ((high[index] as number) >= highest) {
          highestAt = index
          highest = high[index] as number
        }
        output[index] = share * (highestAt - lowestAt)
      }
      state[0] = index - lowestAt
      state[1] = index - highestAt
    },
  }
}

/** By how much the highest high that was placed for bars `start` to `end - 1` is more recent than the lowest low. */
function rate(period: number, output: Float64Array, start: number, end: number): void {
  const share = 100 / period
  for (let index = start; index < end; index++)
    output[index] = share * ((lowestAge[index - start] as number) - (highestAge[index - start] as number))
}

/** Index of the first value of `aroonosc`: `period`. */
export function aroonoscLookback(options: AroonoscOptions = {}): number {
  return aroonoscKernel(options).lookback
}

/**
 * Aroon oscillator: Aroon up minus Aroon down.
 *
 * - Input: `high[n]`, `low[n]`, oldest first.
 * - Output: `Float64Array[n]`, -100 to 100; the first `period` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `AROONOSC`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000, or the columns differ in length
 * @example
 * aroonosc(high, low, { period: 25 })
 */
export function aroonosc(high: Column, low: Column, options: AroonoscOptions = {}): Float64Array {
  return compute(aroonoscKernel, [high, low], options)
}

/** The stream form of `aroonosc`. */
export function createAroonosc(options: AroonoscOptions = {}): HighLowStream {
  return createStream(aroonoscKernel(options), 2, options)
}
