import type { Columns } from '../framework/column.ts'

/** PLUS_DM once it has its seed. */
export function plusOn(
  state: Float64Array,
  period: number,
  inputs: Columns,
  output: Float64Array,
  start: number,
  end: number,
): void {
  moveOn(state, 0, period, 1, inputs[0], inputs[1], output, start, end)
}

/** MINUS_DM once it has its seed. */
export function minusOn(
  state: Float64Array,
  period: number,
  inputs: Columns,
  output: Float64Array,
  start: number,
  end: number,
): void {
  moveOn(state, 1, period, -1, inputs[1], inputs[0], output, start, end)
}

/** Sums movement of one end of the bars, upward (`sign` 1) or downward (-1), where it is more than that of the other end. */
function moveOn(
  state: Float64Array,
  slot: number,
  period: number,
  sign: number,
  ends: Float64Array,
  others: Float64Array,
  output: Float64Array,
  start: number,
  end: number,
): void {
  const span = +period
  let movement = state[slot] as number
  let lastEnd = ends[start - 1] as number
  let lastOther = others[start - 1] as number
  for (let index = start; index < end; index++) {
    const own = ends[index] as number
    const other = others[index] as number
    const move = (own - lastEnd) * sign
    const against = (lastOther - other) * sign
    lastEnd = own
    lastOther = other
    // What counts is multiplied in, not branched on, for markets are hard to predict; a missing price counts nothing.
    let more = (+(move > 0) & +(move > against)) * move
    if (Number.isNaN(more)) more = 0
    movement = movement - movement / span + more
    output[index] = movement
  }
  state[slot] = movement
}
