import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { real } from '../framework/parameter.ts'
import type { IndicatorStream } from '../framework/stream.ts'

const names = ['value', 'upper', 'lower'] as const

export type VwapOutput = (typeof names)[number]

export type VwapOptions = IndicatorOptions<Named<VwapOutput>> & {
  /** Standard deviations between the average and a band, from 0. @default 2 */
  deviations?: number
  /** Length of a session in ms; 0 for one that never ends, from 0. @default 86400000 */
  sessionMs?: number
  /** What to add to the time so that sessions start at whole multiples of `sessionMs`: the zone's offset, in ms, any number. @default 0 */
  offsetMs?: number
}

/** The loop with its parameters bound. */
export function vwapKernel({ deviations = 2, sessionMs = 86400000, offsetMs = 0 }: VwapOptions): Kernel {
  real('deviations', deviations, 0)
  real('sessionMs', sessionMs, 0)
  real('offsetMs', offsetMs)
  const state = new Float64Array(4)
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
        const session = sessionMs > 0 ? Math.floor((moment + offsetMs) / sessionMs) + 1 : 1
        if (session !== state[3]) {
          state[3] = session
          traded = money = squares = 0
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

/** Index of the first value of `vwap`. */
export function vwapLookback(options: VwapOptions = {}): number {
  return vwapKernel(options).lookback
}

/**
 * Volume-weighted average price since the session began, with bands of volume-weighted standard deviations.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, `volume[n]`, `time[n]`, oldest first. `time` in ms UTC.
 * - Output: `value`, `upper`, `lower`, `Float64Array[n]` each, price units, from the first bar.
 * - Cost: O(n), three allocations.
 * - Source: S. Berkowitz, D. Logue and E. Noser, "The Total Cost of Transactions on the NYSE", Journal of Finance (1988).
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function vwap(
  high: Column,
  low: Column,
  close: Column,
  volume: Column,
  time: Column,
  options: VwapOptions = {},
): Named<VwapOutput> {
  return computeNamed(vwapKernel(options), names, [high, low, close, volume, time], options)
}

/** The stream form of `vwap`. */
export function createVwap(
  options: VwapOptions = {},
): IndicatorStream<
  [high: number, low: number, close: number, volume: number, time: number],
  Record<VwapOutput, number>
> {
  return createNamedStream(vwapKernel(options), names, 5, options)
}
