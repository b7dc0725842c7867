import type { IndicatorOptions } from '../framework/column.ts'
import type { Kernel } from '../framework/kernel.ts'
import { real } from '../framework/parameter.ts'

/** Options of every kind of pivot points. */
export type SessionOptions<out> = IndicatorOptions<out> & {
  /** Length of a session in ms, from 1. @default 86400000 */
  sessionMs?: number | undefined
  /** What to add to the time so that sessions start at whole multiples of `sessionMs`: the zone's offset, in ms. @default 0 */
  offsetMs?: number | undefined
}

/** Levels from the session before: its high, low, close and open, and the open of the new one. */
type LevelsOf = (high: number, low: number, close: number, open: number, newOpen: number) => readonly number[]

/** The loop that all pivot points share: levels are made where a session begins, and hold through it. */
export function sessionLevelsKernel(
  { sessionMs = 86_400_000, offsetMs = 0 }: SessionOptions<unknown>,
  count: number,
  levelsOf: LevelsOf,
): Kernel {
  real('sessionMs', sessionMs, 1)
  real('offsetMs', offsetMs)
  // Session, its open, high, low and close so far; then the levels in force.
  const state = new Float64Array(5)
  const levels = new Float64Array(count).fill(Number.NaN)
  return {
    lookback: 1,
    window: 0,
    states: [state, levels],
    run(inputs, columns, start, end) {
      const opens = inputs[0]
      const highs = inputs[1]
      const lows = inputs[2]
      const closes = inputs[3]
      const times = inputs[4]
      let open = state[1] as number
      let high = state[2] as number
      let low = state[3] as number
      let close = state[4] as number
      for (let index = start; index < end; index++) {
        // The fraction keeps every session apart from 0, which stands for none yet.
        const session = Math.floor(((times[index] as number) + offsetMs) / sessionMs) + 0.5
        const top = highs[index] as number
        const bottom = lows[index] as number
        if (session !== state[0]) {
          const newOpen = opens[index] as number
          if (state[0] !== 0) levels.set(levelsOf(high, low, close, open, newOpen))
          state[0] = session
          open = newOpen
          high = top
          low = bottom
        }
        if (top > high) high = top
        if (bottom < low) low = bottom
        close = closes[index] as number
        for (let place = 0; place < count; place++) columns[place as 0][index] = levels[place] as number
      }
      state[1] = open
      state[2] = high
      state[3] = low
      state[4] = close
    },
  }
}

/** Three levels on each side of a pivot, as floor traders drew them. */
export function floorLevels(pivot: number, high: number, low: number): number[] {
  const range = high - low
  return [
    pivot,
    2 * pivot - low,
    pivot + range,
    high + 2 * (pivot - low),
    2 * pivot - high,
    pivot - range,
    low - 2 * (high - pivot),
  ]
}
