import type { Columns } from '../framework/column.ts'
import { isZero } from '../framework/zero.ts'
import { trueRange } from '../volatility/true-range.ts'
import type { SeededLoop } from './directional.ts'

/** PLUS_DM once it has its seed. */
export const plusOn: SeededLoop = (state, period, inputs, output, start, end) =>
  moveOn(state, 0, false, period, inputs, output, start, end)

/** MINUS_DM once it has its seed. */
export const minusOn: SeededLoop = (state, period, inputs, output, start, end) =>
  moveOn(state, 1, false, period, inputs, output, start, end)

/** PLUS_DI once it has its seed. */
export const plusShareOn: SeededLoop = (state, period, inputs, output, start, end) =>
  moveOn(state, 0, true, period, inputs, output, start, end)

/** MINUS_DI once it has its seed. */
export const minusShareOn: SeededLoop = (state, period, inputs, output, start, end) =>
  moveOn(state, 1, true, period, inputs, output, start, end)

/**
 * Sums movement upward (`slot` 0) or downward (1) where it is more than that of the bars' other end: as it is, or as a share
 * of the true range.
 */
function moveOn(
  state: Float64Array,
  slot: 0 | 1,
  ranged: boolean,
  period: number,
  inputs: Columns,
  output: Float64Array,
  start: number,
  end: number,
): void {
  const high = inputs[0]
  const low = inputs[1]
  const close = ranged ? inputs[2] : low
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
    // What counts is multiplied in, not branched on, for markets are hard to predict; a missing price counts nothing.
    let more = (+(move > 0) & +(move > against)) * move
    if (Number.isNaN(more)) more = 0
    movement = movement - movement / span + more
    if (ranged) {
      range = range - range / span + trueRange(top, bottom, lastClose)
      lastClose = close[index] as number
      output[index] = isZero(range) ? 0 : 100 * (movement / range)
    } else output[index] = movement
  }
  state[slot] = movement
  state[2] = range
}
