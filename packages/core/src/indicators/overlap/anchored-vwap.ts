import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { real } from '../framework/parameter.ts'
import type { IndicatorStream } from '../framework/stream.ts'

const names = ['value', 'upper', 'lower'] as const

export type AnchoredVwapOutput = (typeof names)[number]

export type AnchoredVwapOptions = IndicatorOptions<Named<AnchoredVwapOutput>> & {
  /** Time of the first bar that counts, ms UTC, any number. @default 0 */
  anchor?: number
  /** Standard deviations between the average and a band, from 0. @default 2 */
  deviations?: number
}

/** The loop with its parameters bound. */
export function anchoredVwapKernel({ anchor = 0, deviations = 2 }: AnchoredVwapOptions): Kernel {
  real('anchor', anchor)
  real('deviations', deviations, 0)
  const state = new Float64Array(3)
  return {
    lookback: 0,
    window: 0,
    states: [state],
    outputs: 3,
    run(inputs, outputs, start, end) {
      const high = inputs[0]
      const low = inputs[1]
      const close = inputs[2]
      const volume = inputs[3]
      const time = inputs[4]
      const value = outputs[0]
      const upper = outputs[1]
      const lower = outputs[2]
      let traded = state[0] as number
      let money = state[1] as number
      let squares = state[2] as number
      for (let index = start; index < end; index++) {
        const moment = time[index] as number
        if (moment < anchor) {
          value[index] = upper[index] = lower[index] = Number.NaN
          continue
        }
        const typical = ((high[index] as number) + (low[index] as number) + (close[index] as number)) / 3
        const size = volume[index] as number
        traded += size
        money += typical * size
        squares += typical * typical * size
        // Before anything was traded the price itself is the average.
        const average = traded === 0 ? typical : money / traded
        const variance = traded === 0 ? 0 : squares / traded - average * average
        const reach = variance > 0 ? deviations * Math.sqrt(variance) : 0
        value[index] = average
        upper[index] = average + reach
        lower[index] = average - reach
      }
      state[0] = traded
      state[1] = money
      state[2] = squares
    },
  }
}

/** Index of the first value of `anchoredVwap`. */
export function anchoredVwapLookback(options: AnchoredVwapOptions = {}): number {
  return anchoredVwapKernel(options).lookback
}

/**
 * Volume-weighted average price since an event, with bands of volume-weighted standard deviations.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, `volume[n]`, `time[n]`, oldest first. `time` in ms UTC.
 * - Output: `value`, `upper`, `lower`, `Float64Array[n]` each, price units; NaN before the anchor.
 * - Cost: O(n), three allocations.
 * - Source: B. Shannon, "Maximum Trading Gains With Anchored VWAP" (2023).
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function anchoredVwap(
  high: Column,
  low: Column,
  close: Column,
  volume: Column,
  time: Column,
  options: AnchoredVwapOptions = {},
): Named<AnchoredVwapOutput> {
  return computeNamed(anchoredVwapKernel(options), names, [high, low, close, volume, time], options)
}

/** The stream form of `anchoredVwap`. */
export function createAnchoredVwap(
  options: AnchoredVwapOptions = {},
): IndicatorStream<
  [high: number, low: number, close: number, volume: number, time: number],
  Record<AnchoredVwapOutput, number>
> {
  return createNamedStream(anchoredVwapKernel(options), names, 5, options)
}
