import type { Columns } from '../framework/column.ts'
import { isZero } from '../framework/zero.ts'
import { trueRange } from '../volatility/true-range.ts'
import type { DirectionalLoop } from './directional.ts'

/** ADX: how much one movement outweighs the other in percent of both, averaged; the last one while neither moves. */
export function averageOn(
  state: Float64Array,
  inputs: Columns,
  output: Float64Array,
  start: number,
  end: number,
): void {
  const high = inputs[0]
  const low = inputs[1]
  const close = inputs[2]
  const span = state[4] as number
  const kept = state[5] as number
  const count = state[6] as number
  let plus = state[0] as number
  let minus = state[1] as number
  let range = state[2] as number
  let average = state[3] as number
  let lastHigh = high[start - 1] as number
  let lastLow = low[start - 1] as number
  let lastClose = close[start - 1] as number
  for (let index = start | 0; index < end; index++) {
    const top = high[index] as number
    const bottom = low[index] as number
    const up = top - lastHigh
    const down = lastLow - bottom
    lastHigh = top
    lastLow = bottom
    // Which of the two moved is multiplied in, not branched on, for markets are hard to predict.
    plus = plus - plus / span + (+(up > 0) & +(up > down)) * up
    minus = minus - minus / span + (+(down > 0) & +(up < down)) * down
    range = range - range / span + trueRange(top, bottom, lastClose)
    lastClose = close[index] as number
    if (!isZero(range)) {
      const rising = 100 * (plus / range)
      const falling = 100 * (minus / range)
      const sum = falling + rising
      if (!isZero(sum)) {
        const share = 100 * (Math.abs(falling - rising) / sum)
        average = (average * kept + share) / count
      }
    }
    output[index] = average
  }
  state[0] = plus
  state[1] = minus
  state[2] = range
  state[3] = average
}

/** DX: of the average, the share of the last bar is all that is kept. */
export const indexOn: DirectionalLoop = (state, inputs, output, start, end) => {
  state.set([0, 1], 5)
  averageOn(state, inputs, output, start, end)
}
