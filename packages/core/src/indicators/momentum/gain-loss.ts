import type { SeriesKernel } from '../framework/kernel.ts'
import { earlier } from '../framework/later.ts'

/**
 * The building block of RSI and CMO: Wilder's averages of gains and losses. Gives the gains' share of both in percent,
 * or with `balance` the share of gains minus losses. `flat` is given where nothing moved, which for TA-Lib is below 1e-14.
 */
export function gainLossSeries(period: number, balance: boolean, flat = 0): SeriesKernel {
  const state = new Float64Array(3)
  return {
    lookback: period,
    window: 0,
    states: [state],
    step(input, output, start, end) {
      average(state, period, balance ? 1 : 0, flat, input, output, start, end)
    },
  }
}

// Not a closure: V8 then compiles it once for all kernels, with unboxed numbers.
function average(
  state: Float64Array,
  period: number,
  balance: number,
  flat: number,
  input: Float64Array,
  output: Float64Array,
  start: number,
  end: number,
): void {
  const span = +period
  const rest = span - 1
  const offset = +balance
  const still = +flat
  const least = flat > 0 ? Number.MIN_VALUE : 1e-14
  let gain = state[0] as number
  let loss = state[1] as number
  let previous = state[2] as number
  let index = start
  if (index === 0 && end > 0) previous = input[index++] as number
  for (const seeded = earlier(period, end); index < seeded; index++) {
    const value = input[index] as number
    const change = value - previous
    const size = Math.abs(change)
    previous = value
    gain += (size + change) * 0.5
    loss += (size - change) * 0.5
  }
  for (; index < end; index++) {
    const value = input[index] as number
    const change = value - previous
    // Half of a size and its change is the gain or 0, to the bit: nothing to branch on, for markets are hard to predict.
    const size = Math.abs(change)
    const kept = index > period ? rest : 1
    previous = value
    gain = (gain * kept + (size + change) * 0.5) / span
    loss = (loss * kept + (size - change) * 0.5) / span
    const total = gain + loss
    output[index] = total < least ? still : 100 * ((gain - offset * loss) / total)
  }
  state[0] = gain
  state[1] = loss
  state[2] = previous
}
