import type { Columns } from '../framework/column.ts'
import { isZero } from '../framework/zero.ts'
import { trueRange } from '../volatility/true-range.ts'
import type { SeededLoop } from './directional.ts'

/** ADX once it has its seed. */
export const averageOn: SeededLoop = (state, period, inputs, output, start, end) =>
  strengthOn(state, true, period, inputs, output, start, end)

/** DX once it has its seed. */
export const indexOn: SeededLoop = (state, period, inputs, output, start, end) => {
  state[3] = output[start - 1] as number
  strengthOn(state, false, period, inputs, output, start, end)
}

/** How much one movement outweighs the other in percent of both, averaged or not; the last one while neither moves. */
function strengthOn(
  state: Float64Array,
  averaged: boolean,
  period: number,
  inputs: Columns,
  output: Float64Array,
  start: number,
  end: number,
): void {
  const high = inputs[0]
  const low = inputs[1]
  const close = inputs[2]
  const span = +period
  const rest = span - 1
  let plus = state[0] as number
  let minus = state[1] as number
  let range = state[2] as number
  let average = state[3] as number
  let lastHigh = high[start - 1] as number
  let lastLow = low[start - 1] as number
  let lastClose = close[start - 1] as number
  for (let index = start; index < end; index++) {
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
        average = averaged ? (average * rest + share) / span : share
      }
    }
    output[index] = average
  }
  state[0] = plus
  state[1] = minus
  state[2] = range
  state[3] = average
}
