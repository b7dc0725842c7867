import type { Kernel } from '../framework/kernel.ts'
import { isZero } from '../framework/zero.ts'
import { trueRange } from '../volatility/true-range.ts'

/** What is made of Wilder's directional movement. */
export type DirectionalOutput = 'plus' | 'minus' | 'index' | 'average'

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
  target: 0 | 1 = 0,
): Kernel {
  // Sums of upward and downward movement and of true range; the average index.
  const state = new Float64Array(4)
  const both = kind === 'index' || kind === 'average'
  const withPlus = both || kind === 'plus'
  const withMinus = both || kind === 'minus'
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
    outputs: 1,
    run(inputs, outputs, start, end) {
      const high = inputs[0]
      const low = inputs[1]
      const close = inputs[2]
      const output = outputs[target]
      let plus = state[0] as number
      let minus = state[1] as number
      let range = state[2] as number
      let average = state[3] as number
      for (let index = Math.max(start, 1); index < end; index++) {
        const top = high[index] as number
        const bottom = low[index] as number
        const up = top - (high[index - 1] as number)
        const down = (low[index - 1] as number) - bottom
        if (index > kept) {
          if (withPlus) plus -= plus / period
          if (withMinus) minus -= minus / period
          if (ranged) range -= range / period
        }
        if (down > 0 && up < down) minus += down
        else if (up > 0 && up > down) plus += up
        if (ranged) range += trueRange(top, bottom, close[index - 1] as number)
        if (index < first) continue
        if (!both) {
          const movement = withPlus ? plus : minus
          if (!ranged) output[index] = movement
          else if (isZero(range)) output[index] = 0
          else output[index] = period === 1 ? movement / range : 100 * (movement / range)
          continue
        }
        let sum = 0
        let share = 0
        if (!isZero(range)) {
          const rising = 100 * (plus / range)
          const falling = 100 * (minus / range)
          sum = falling + rising
          if (!isZero(sum)) share = 100 * (Math.abs(falling - rising) / sum)
        }
        if (!averaged) {
          output[index] = !isZero(sum) ? share : index > shown ? (output[index - 1] as number) : 0
          continue
        }
        if (index > shown) {
          if (!isZero(sum)) average = (average * kept + share) / period
        } else {
          average += share
          if (index === shown) average /= period
        }
        output[index] = average
      }
      state[0] = plus
      state[1] = minus
      state[2] = range
      state[3] = average
    },
  }
}
