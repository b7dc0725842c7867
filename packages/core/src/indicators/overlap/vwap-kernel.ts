import type { Kernel } from '../framework/kernel.ts'
import { real } from '../framework/parameter.ts'

/**
 * The loop that both volume-weighted averages share.
 *
 * @param segmentOf - Which stretch a time belongs to: the average begins anew with each, and there is none in stretch 0.
 */
export function vwapKernelOf(deviations: number, segmentOf: (time: number) => number): Kernel {
  real('deviations', deviations, 0)
  const state = new Float64Array(4)
  return {
    lookback: 0,
    window: 0,
    states: [state],
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
      let average = traded === 0 ? 0 : money / traded
      for (let index = start; index < end; index++) {
        const moment = time[index] as number
        const segment = segmentOf(moment)
        if (segment !== state[3]) {
          state[3] = segment
          traded = money = squares = 0
        }
        if (segment === 0) {
          value[index] = upper[index] = lower[index] = Number.NaN
          continue
        }
        const typical = ((high[index] as number) + (low[index] as number) + (close[index] as number)) / 3
        const size = volume[index] as number
        // Before anything was traded the price itself is the average.
        const before = traded === 0 ? typical : average
        traded += size
        money += typical * size
        average = traded === 0 ? typical : money / traded
        // Squares of deviations, not of prices, whose difference from the squared average is mostly rounding.
        squares += size * (typical - before) * (typical - average)
        const variance = traded === 0 ? 0 : squares / traded
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
