import type { Columns } from '../framework/column.ts'
import { later } from '../framework/later.ts'

/**
 * Klinger's volume force, from the second bar on: volume with the sign of the trend, weighed by how much of the trend's
 * range the bar's own is. `state` holds the trend, the range of its bars added up and the range of the bar before.
 */
export function volumeForce(
  state: Float64Array,
  inputs: Columns,
  force: Float64Array,
  start: number,
  end: number,
): void {
  const high = inputs[0]
  const low = inputs[1]
  const close = inputs[2]
  const volume = inputs[3]
  let trend = state[0] as number
  let sum = state[1] as number
  let before = state[2] as number
  if (start === 0 && end > 0) before = (high[0] as number) - (low[0] as number)
  for (let index = later(start, 1); index < end; index++) {
    const level = (high[index] as number) + (low[index] as number) + (close[index] as number)
    const previous = (high[index - 1] as number) + (low[index - 1] as number) + (close[index - 1] as number)
    const side = level > previous ? 1 : -1
    const range = (high[index] as number) - (low[index] as number)
    sum = side === trend ? sum + range : before + range
    trend = side
    before = range
    const weight = sum > 0 ? Math.abs(2 * (range / sum) - 1) : 0
    force[index] = (volume[index] as number) * weight * side * 100
  }
  state[0] = trend
  state[1] = sum
  state[2] = before
}

/** TradingView's plainer form, from the first bar on: the volume, less than nothing unless the typical price held or rose. */
export function signedVolume(inputs: Columns, force: Float64Array, start: number, end: number): void {
  const high = inputs[0]
  const low = inputs[1]
  const close = inputs[2]
  const volume = inputs[3]
  for (let index = start; index < end; index++) {
    const level = (high[index] as number) + (low[index] as number) + (close[index] as number)
    // The first bar has none before it: the comparison fails, as it does in Pine Script.
    const previous = (high[index - 1] as number) + (low[index - 1] as number) + (close[index - 1] as number)
    force[index] = level >= previous ? (volume[index] as number) : -(volume[index] as number)
  }
}
