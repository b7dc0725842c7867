import type { SeriesKernel } from '../framework/kernel.ts'
import { later } from '../framework/later.ts'

/** Gains minus losses of the last `period` moves as a share of both, in percent; NaN where nothing moved. */
export function netMovesSeries(period: number): SeriesKernel {
  // Sums of gains and of losses, bars without a move until now.
  const state = new Float64Array(3)
  return {
    lookback: period,
    window: period + 1,
    states: [state],
    step(input, output, start, end) {
      let gain = state[0] as number
      let loss = state[1] as number
      let still = state[2] as number
      const move = (index: number) => (input[index] as number) - (input[index - 1] as number)
      for (let index = later(start, 1); index < end; index++) {
        const change = move(index)
        if (change < 0) loss -= change
        else gain += change
        still = change === 0 ? still + 1 : 0
        // What was added and taken away again leaves some rounding, which is no move.
        if (still >= period) {
          gain *= 0
          loss *= 0
        }
        if (index < period) continue
        output[index] = (100 * (gain - loss)) / (gain + loss)
        const oldest = move(index - period + 1)
        if (oldest < 0) loss += oldest
        else gain -= oldest
      }
      state[0] = gain
      state[1] = loss
      state[2] = still
    },
  }
}
