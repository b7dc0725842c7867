import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { earlier, later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { HighLowStream } from '../framework/stream.ts'
import { WindowExtreme } from '../framework/window-extreme.ts'
import { arePlacesQuick, highestAge, lowestAge, placedBars, slidePlaces } from '../framework/window-places.ts'

const names = ['down', 'up'] as const

export type AroonOutput = (typeof names)[number]

export type AroonOptions = IndicatorOptions<Named<AroonOutput>> & {
  /** Bars looked at, 2 to 100,000. @default 14 */
  period?: number
}

/** The loop with its parameters bound. */
export function aroonKernel({ period = 14 }: AroonOptions): Kernel {
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
      const down = outputs[0]
      const up = outputs[1]
      const share = +unit
      const span = +period
      let index = later(start, lookback)
      while (arePlacesQuick(period + 1, index, end)) {
        const stop = earlier(index + placedBars, end)
        if (!slidePlaces(high, low, period + 1, index, stop)) break
        rate(period, lowestAge, down, index, stop)
        rate(period, highestAge, up, index, stop)
        // Nothing is known of where the extremes are.
        state[0] = state[1] = lookback + 2
        index = stop
      }
      if (index >= end) return
      let bottom = (index - (state[0] as number)) | 0
      let top = (index - (state[1] as number)) | 0
      let lowest = low[bottom] as number
      let highest = high[top] as number
      for (let trailing = index - lookback; index < end; index++, trailing++) {
        if (bottom < trailing) {
          bottom = lows.find(low, trailing, index)
          lowest = low[bottom] as number
        } else if ((low[index] as number) <= lowest) {
          bottom = index
          lowest = low[index] as number
        }
        if (top < trailing) {
          top = highs.find(high, trailing, index)
          highest = high[top] as number
        } else if ((high[index] as number) >= highest) {
          top = index
          highest = high[index] as number
        }
        down[index] = share * (span - (index - bottom))
        up[index] = share * (span - (index - top))
      }
      state[0] = index - bottom
      state[1] = index - top
    },
  }
}

/** How recent the extremes are that were placed for bars `start` to `end - 1`. */
function rate(period: number, ages: Int32Array, output: Float64Array, start: number, end: number): void {
  const share = 100 / period
  for (let index = start; index < end; index++)
    output[index] = share * (period - (ages[index - start] as number))
}

/** Index of the first value of `aroon`: `period`. */
export function aroonLookback(options: AroonOptions = {}): number {
  return aroonKernel(options).lookback
}

/**
 * Aroon: how recent the lowest low and the highest high of the last bars are.
 *
 * - Input: `high[n]`, `low[n]`, oldest first.
 * - Output: `{ down, up }`, each `Float64Array[n]`: 100 when the extreme is this bar, 0 when it is `period` bars ago; the first `period` slots are NaN.
 * - Cost: O(n), two allocations.
 * - Parity: TA-Lib `AROON`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000, or the columns differ in length
 * @example
 * const { up, down } = aroon(high, low, { period: 25 })
 */
export function aroon(high: Column, low: Column, options: AroonOptions = {}): Named<AroonOutput> {
  return computeNamed(aroonKernel, names, [high, low], options)
}

/** The stream form of `aroon`. */
export function createAroon(options: AroonOptions = {}): HighLowStream<Record<AroonOutput, number>> {
  return createNamedStream(aroonKernel(options), names, 2, options)
}
