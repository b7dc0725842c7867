import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { HighLowStream } from '../framework/stream.ts'
import { WindowExtreme } from '../framework/window-extreme.ts'

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
    outputs: 2,
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
      let index = Math.max(start, lookback)
      if (index >= end) return
      let lowestAt = index - (state[0] as number)
      let highestAt = index - (state[1] as number)
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
        down[index] = share * (span - (index - lowestAt))
        up[index] = share * (span - (index - highestAt))
      }
      state[0] = index - lowestAt
      state[1] = index - highestAt
    },
  }
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
  return computeNamed(aroonKernel(options), names, [high, low], options)
}

/** The stream form of `aroon`. */
export function createAroon(options: AroonOptions = {}): HighLowStream<Record<AroonOutput, number>> {
  return createNamedStream(aroonKernel(options), names, 2, options)
}
