import type { Kernel } from '../framework/kernel.ts'
import { highAt, lowAt } from './candles.ts'

/** 100 where candle `i` dips below the candle before, with both ends, -100 where it rises above it, else 0. */
export function falseBreak(i: number): number {
  const high = highAt(i)
  const low = lowAt(i)
  const high1 = highAt(i - 1)
  const low1 = lowAt(i - 1)
  return 100 * ((+(high < high1) & +(low < low1)) - (+(high > high1) & +(low > low1)))
}

/**
 * Follows false breaks to their confirmation.
 *
 * @param breaks - Finds the false breaks. One up to three candles before the first judged one may still be confirmed.
 */
export function hikkakeKernel(breaks: Kernel): Kernel {
  // Direction of the last false break, and how many candles ago it was (0: none is open).
  const state = new Float64Array(2)
  const lookback = breaks.lookback + 3
  return {
    ...breaks,
    lookback,
    window: lookback + 1,
    states: [...breaks.states, state],
    run(inputs, outputs, start, end) {
      breaks.run(inputs, outputs, start, end)
      const first = Math.max(start, breaks.lookback)
      confirm(state, inputs[1], inputs[2], inputs[3], outputs[0], first, end)
    },
  }
}

/** Adds the confirmations to the false breaks that are found. */
function confirm(
  state: Float64Array,
  high: Float64Array,
  low: Float64Array,
  close: Float64Array,
  found: Float64Array,
  start: number,
  end: number,
): void {
  let open = state[0] as number
  let age = state[1] as number
  for (let i = start; i < end; i++) {
    const direction = found[i] as number
    if (direction !== 0) {
      open = direction
      age = 1
    } else if (age !== 0) {
      // The inside bar is the one before the false break.
      const inside = i - age - 1
      const last = close[i] as number
      if (open > 0 ? last > (high[inside] as number) : last < (low[inside] as number)) {
        found[i] = 2 * open
        age = 0
      } else age = age < 3 ? age + 1 : 0
    }
  }
  state[0] = open
  state[1] = age
}
