import type { Columns } from '../framework/column.ts'
import { isZero } from '../framework/zero.ts'
import { trueRange } from '../volatility/true-range.ts'
import type { DirectionalLoop } from './directional.ts'

/** PLUS_DM. */
export const plusOn: DirectionalLoop = (state, inputs, output, start, end) =>
  moveOn(state, 0, false, inputs, output, start, end)

/** MINUS_DM. */
export const minusOn: DirectionalLoop = (state, inputs, output, start, end) =>
  moveOn(state, 1, false, inputs, output, start, end)

/** PLUS_DI. */
export const plusShareOn: DirectionalLoop = (state, inputs, output, start, end) =>
  moveOn(state, 0, true, inputs, output, start, end)

/** MINUS_DI. */
export const minusShareOn: DirectionalLoop = (state, inputs, output, start, end) =>
  moveOn(state, 1, true, inputs, output, start, end)

/**
 * Sums movement upward (`slot` 0) or downward (1) where it is more than that of the bars' other end: as it is, or as a share
 * of the true range: in percent, but for sums of one bar.
 */
function moveOn(
  state: Float64Array,
  slot: 0 | 1,
  ranged: boolean,
  inputs: Columns,
  output: Float64Array,
  start: number,
  end: number,
): void {
  const high = inputs[0]
  const low = inputs[1]
  const close = ranged ? inputs[2] : low
  const span = state[4] as number
  const unit = span === 1 ? 1 : 100
  let movement = state[slot] as number
  let range = state[2] as number
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
    const move = slot === 0 ? up : down
    const against = slot === 0 ? down : up
    // What counts is multiplied in, not branched on, for markets are hard to predict; a missing price counts nothing.
    let more = (+(move > 0) & +(move > against)) * move
    if (Number.isNaN(more)) more = 0
    movement = movement - movement / span + more
    if (ranged) {
      range = range - range / span + trueRange(top, bottom, lastClose)
      lastClose = close[index] as number
      output[index] = isZero(range) || (span === 1 && movement === 0) ? 0 : unit * (movement / range)
    } else output[index] = movement
  }
  state[slot] = movement
  state[2] = range
}
