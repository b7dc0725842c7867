import type { SeriesKernel } from '../framework/kernel.ts'
import { isZero } from '../framework/zero.ts'

/**
 * The building block of RSI and CMO: Wilder's averages of gains and losses. Gives the gains' share of both in percent,
 * or with `balance` the share of gains minus losses.
 */
export function gainLossSeries(period: number, balance: boolean): SeriesKernel {
  const state = new Float64Array(3)
  return {
    lookback: period,
    window: 0,
    states: [state],
    step(input, output, start, end) {
      const span = +period
      const rest = span - 1
      let gain = state[0] as number
      let loss = state[1] as number
      let previous = state[2] as number
      let index = start
      if (index === 0 && end > 0) previous = input[index++] as number
      for (const seeded = Math.min(period + 1, end); index < seeded; index++) {
        const value = input[index] as number
        const change = value - previous
        previous = value
        if (change < 0) loss -= change
        else gain += change
        if (index < period) continue
        loss /= span
        gain /= span
        const total = gain + loss
        output[index] = isZero(total) ? 0 : 100 * ((balance ? gain - loss : gain) / total)
      }
      for (; index < end; index++) {
        const value = input[index] as number
        const change = value - previous
        previous = value
        loss *= rest
        gain *= rest
        if (change < 0) loss -= change
        else gain += change
        loss /= span
        gain /= span
        const total = gain + loss
        output[index] = isZero(total) ? 0 : 100 * ((balance ? gain - loss : gain) / total)
      }
      state[0] = gain
      state[1] = loss
      state[2] = previous
    },
  }
}
