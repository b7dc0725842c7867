import type { Columns } from '../framework/column.ts'
import type { Kernel } from '../framework/kernel.ts'
import { earlier, later } from '../framework/later.ts'
import { isZero } from '../framework/zero.ts'
import { trueRange } from '../volatility/true-range.ts'

/** What is made of Wilder's directional movement. */
export type DirectionalOutput = 'plus' | 'minus' | 'index' | 'average'

/** The loop of one kind once everything has its seed. */
export type SeededLoop = (
  state: Float64Array,
  period: number,
  inputs: Columns,
  output: Float64Array,
  start: number,
  end: number,
) => void

// Not a closure: V8 then compiles it once for all kernels, with unboxed numbers.
function moveAll(
  state: Float64Array,
  averaged: boolean,
  both: boolean,
  first: number,
  period: number,
  ranged: boolean,
  shown: number,
  target: 0 | 1,
  withPlus: boolean,
  inputs: Columns,
  outputs: Columns,
  start: number,
  end: number,
): void {
  const high = inputs[0]
  const low = inputs[1]
  const close = inputs[2]
  const output = outputs[target]
  const span = +period
  const rest = span - 1
  let plus = state[0] as number
  let minus = state[1] as number
  let range = state[2] as number
  let average = state[3] as number
  let index = later(start, 1)
  let lastHigh = high[index - 1] as number
  let lastLow = low[index - 1] as number
  let lastClose = ranged ? (close[index - 1] as number) : 0
  for (; index < end; index++) {
    const top = high[index] as number
    const bottom = low[index] as number
    const up = top - lastHigh
    const down = lastLow - bottom
    lastHigh = top
    lastLow = bottom
    if (rest === 0) plus = minus = range = 0
    else if (index > rest) {
      plus -= plus / span
      minus -= minus / span
    }
    if (down > 0 && up < down) minus += down
    else if (up > 0 && up > down) plus += up
    if (ranged) {
      if (rest > 0 && index > rest) range -= range / span
      range += trueRange(top, bottom, lastClose)
      lastClose = close[index] as number
    }
    if (index >= first) {
      if (both) {
        let sum = 0
        let share = 0
        if (!isZero(range)) {
          const rising = 100 * (plus / range)
          const falling = 100 * (minus / range)
          sum = falling + rising
          if (!isZero(sum)) share = 100 * (Math.abs(falling - rising) / sum)
        }
        if (averaged) {
          average += share
          if (index === shown) average /= span
          output[index] = average
        } else if (!isZero(sum)) output[index] = share
        else output[index] = index > shown ? (output[index - 1] as number) : 0
      } else {
        const movement = withPlus ? plus : minus
        if (!ranged) output[index] = movement
        else if (isZero(range) || (rest === 0 && movement === 0)) output[index] = 0
        else output[index] = rest === 0 ? movement / range : 100 * (movement / range)
      }
    }
  }
  state[0] = plus
  state[1] = minus
  state[2] = range
  state[3] = average
}

/**
 * The loop of the seven functions on directional movement: `plus` and `minus` give that movement (`ranged`: as a share
 * of the true range), `index` gives DX, `average` gives ADX. `hidden` more leading outputs are masked; `target` is the
 * place of the output column.
 */
export function directionalKernel(
  period: number,
  kind: DirectionalOutput,
  ranged: boolean,
  hidden: number,
  on: SeededLoop,
  target: 0 | 1 = 0,
): Kernel {
  // Sums of upward and downward movement and of true range; the average index.
  const state = new Float64Array(4)
  const both = kind === 'index' || kind === 'average'
  const withPlus = kind === 'plus'
  const averaged = kind === 'average'
  const kept = period - 1
  // Movement has no seed of its own, so it is there a bar before its share of the range.
  const first = period === 1 ? 1 : ranged ? period : kept
  const lookback = (averaged ? 2 * period - 1 : first) + (period === 1 ? 0 : hidden)
  const shown = averaged ? lookback - hidden : lookback
  return {
    lookback,
    window: 1,
    states: [state],
    run(inputs, outputs, start, end) {
      // With a period of 1 nothing is carried over, so there is nothing to go on with.
      const seeded = kept > 0 ? later(start, earlier((both ? shown : first) + 1, end)) : end
      moveAll(
        state,
        averaged,
        both,
        first,
        period,
        ranged,
        shown,
        target,
        withPlus,
        inputs,
        outputs,
        start,
        seeded,
      )
      if (seeded < end) on(state, period, inputs, outputs[target], seeded, end)
    },
  }
}
