import type { Kernel } from '../framework/kernel.ts'
import { later } from '../framework/later.ts'
import { trueRange } from '../volatility/true-range.ts'

/** What is made of Wilder's directional movement. */
export type DirectionalOutput = 'plus' | 'minus' | 'index' | 'average'

/**
 * Directional movement as TradingView's `ta.dmi` has it: movements and ranges are averaged with the mean of the first
 * `period` of them as the seed, where TA-Lib sums one bar less and smooths the sum on.
 */
export function directionalTradingview(period: number, kind: DirectionalOutput, hidden: number): Kernel {
  // Averages of upward and downward movement and of true range, both indicators, the average index.
  const state = new Float64Array(6)
  const averaged = kind === 'average'
  const seeded = averaged ? 2 * period - 1 : period
  return {
    lookback: seeded + hidden,
    window: 1,
    states: [state],
    run(inputs, outputs, start, end) {
      const high = inputs[0]
      const low = inputs[1]
      const close = inputs[2]
      const output = outputs[0]
      for (let index = later(start, 1); index < end; index++) {
        const top = high[index] as number
        const bottom = low[index] as number
        const up = top - (high[index - 1] as number)
        const down = (low[index - 1] as number) - bottom
        smooth(state, 0, up > down && up > 0 ? up : 0, index, period)
        smooth(state, 1, down > up && down > 0 ? down : 0, index, period)
        smooth(state, 2, trueRange(top, bottom, close[index - 1] as number), index, period)
        if (index < period) continue
        const range = state[2] as number
        // Without any range they stay where they were.
        if (range !== 0) {
          state[3] = (100 * (state[0] as number)) / range
          state[4] = (100 * (state[1] as number)) / range
        }
        const plus = state[3] as number
        const minus = state[4] as number
        const share = (100 * Math.abs(plus - minus)) / (plus + minus || 1)
        if (averaged) smooth(state, 5, share, index - period + 1, period)
        output[index] = averaged
          ? (state[5] as number)
          : kind === 'index'
            ? share
            : kind === 'plus'
              ? plus
              : minus
      }
    },
  }
}

/** Takes the `count`-th value into Wilder's average at a place of the state: a sum until there are `period`. */
function smooth(state: Float64Array, place: number, value: number, count: number, period: number): void {
  const before = state[place] as number
  if (count > period) state[place] = before + (value - before) / period
  else state[place] = count < period ? before + value : (before + value) / period
}
