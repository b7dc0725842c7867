import type { Columns } from '../framework/column.ts'
import { isZero } from '../framework/zero.ts'
import { trueRange } from '../volatility/true-range.ts'

/** PLUS_DI once it has its seed. */
export function plusShareOn(
  state: Float64Array,
  period: number,
  inputs: Columns,
  output: Float64Array,
  start: number,
  end: number,
): void {
  shareOn(state, 0, period, inputs, output, start, end)
}

/** MINUS_DI once it has its seed. */
export function minusShareOn(
  state: Float64Array,
  period: number,
  inputs: Columns,
  output: Float64Array,
  start: number,
  end: number,
): void {
  shareOn(state, 1, period, inputs, output, start, end)
}

/** Movement upward (`slot` 0) or downward (1), where it is more than that of the bars' other end, as a share of the range. */
function shareOn(
  state: Float64Array,
  slot: 0 | 1,
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
  let movement = state[slot] as number
  let range = state[2] as number
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
    const move = slot === 0 ? up : down
    const against = slot === 0 ? down : up
    // What counts is multiplied in, not branched on, for markets are hard to predict.
    movement = movement - movement / span + (+(move > 0) & +(move > against)) * move
    range = range - range / span + trueRange(top, bottom, lastClose)
    lastClose = close[index] as number
    output[index] = isZero(range) ? 0 : 100 * (movement / range)
  }
  state[slot] = movement
  state[2] = range
}
