import type { Kernel, SeriesKernel } from '../framework/kernel.ts'
import { laneKernel } from '../framework/lanes.ts'
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
      average(state, 0, period, balance ? 1 : 0, flat, input, output, start, end)
    },
  }
}

/** The building block as a function of its own. */
export function gainLossKernel(period: number, balance: boolean, hidden: number, flat = 0): Kernel {
  return laneKernel({
    count: 2,
    size: 3,
    begun: period + 1,
    hidden,
    memory: 56 * period,
    loop: (states, stride, inputs, outputs, start, end) =>
      average(states, stride, period, balance ? 1 : 0, flat, inputs[0], outputs[0], start, end),
  })
}

// Not a closure: V8 then compiles it once for all kernels, with unboxed numbers.
function average(
  states: Float64Array,
  stride: number,
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
  const other = stride > 0 ? 3 : 0
  let gain = states[0] as number
  let loss = states[1] as number
  let previous = states[2] as number
  let otherGain = states[other] as number
  let otherLoss = states[other + 1] as number
  let otherPrevious = states[other + 2] as number
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
    if (stride === 0) continue
    const next = index + stride
    const nextValue = input[next] as number
    const nextChange = nextValue - otherPrevious
    const nextSize = Math.abs(nextChange)
    otherPrevious = nextValue
    otherGain = (otherGain * rest + (nextSize + nextChange) * 0.5) / span
    otherLoss = (otherLoss * rest + (nextSize - nextChange) * 0.5) / span
    const nextTotal = otherGain + otherLoss
    output[next] = nextTotal < least ? still : 100 * ((otherGain - offset * otherLoss) / nextTotal)
  }
  states[other] = otherGain
  states[other + 1] = otherLoss
  states[other + 2] = otherPrevious
  states[0] = gain
  states[1] = loss
  states[2] = previous
}
