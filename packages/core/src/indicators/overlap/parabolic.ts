import type { Kernel } from '../framework/kernel.ts'
import { later } from '../framework/later.ts'

/** How fast the stop of one side closes in: first step, further steps, largest step. */
export type Acceleration = { readonly initial: number; readonly step: number; readonly max: number }

/** Places in the settings: a group for a rising stop, a group for a falling one, and what both share. */
const fallingAt = 3
const shift = 6
const beginning = 7

// Not a closure: V8 then compiles it once for all kernels, with unboxed numbers.
function trail(
  state: Float64Array,
  settings: Float64Array,
  high: Float64Array,
  low: Float64Array,
  output: Float64Array,
  begun: number,
  end: number,
): void {
  let index = begun
  let up = (state[0] as number) === 1
  let stop = state[1] as number
  let extreme = state[2] as number
  let pace = state[3] as number
  let previousHigh = high[index - 1] as number
  let previousLow = low[index - 1] as number
  if (index === 1) {
    const begin = settings[beginning] as number
    const fall = previousLow - (low[1] as number)
    const rise = (high[1] as number) - previousHigh
    up = begin === 0 ? !(fall > 0 && rise < fall) : begin > 0
    extreme = (up ? high[1] : low[1]) as number
    stop = begin === 0 ? (up ? previousLow : previousHigh) : Math.abs(begin)
    pace = settings[up ? 0 : fallingAt] as number
    // TA-Lib takes the second bar for the one before, too.
    previousHigh = high[1] as number
    previousLow = low[1] as number
  }
  let more = settings[up ? 1 : fallingAt + 1] as number
  let most = settings[up ? 2 : fallingAt + 2] as number
  let sign = up ? 1 : (state[4] as number)
  for (; index < end; index++) {
    const newHigh = high[index] as number
    const newLow = low[index] as number
    if (up ? newLow <= stop : newHigh >= stop) {
      up = !up
      const offset = settings[shift] as number
      const group = up ? 0 : fallingAt
      pace = settings[group] as number
      more = settings[group + 1] as number
      most = settings[group + 2] as number
      sign = up ? 1 : (state[4] as number)
      stop = up ? lowest(extreme, previousLow, newLow) : highest(extreme, previousHigh, newHigh)
      extreme = up ? newHigh : newLow
      if (offset !== 0) stop += up ? -(stop * offset) : stop * offset
      output[index] = stop * sign
      stop = stop + pace * (extreme - stop)
      stop = up ? lowest(stop, previousLow, newLow) : highest(stop, previousHigh, newHigh)
    } else {
      output[index] = stop * sign
      // A new extreme is looked up, not branched on, for markets are hard to predict.
      state[5] = extreme
      if (up) {
        const further = +(newHigh > extreme)
        state[6] = newHigh
        extreme = state[5 + further] as number
        pace += further * more
        if (pace > most) pace = most
        stop = lowest(stop + pace * (extreme - stop), previousLow, newLow)
      } else {
        const further = +(newLow < extreme)
        state[6] = newLow
        extreme = state[5 + further] as number
        pace += further * more
        if (pace > most) pace = most
        stop = highest(stop + pace * (extreme - stop), previousHigh, newHigh)
      }
    }
    previousHigh = newHigh
    previousLow = newLow
  }
  state[0] = up ? 1 : 0
  state[1] = stop
  state[2] = extreme
  state[3] = pace
}

function lowest(stop: number, first: number, second: number): number {
  // biome-ignore lint/complexity/useMathMinMax: TA-Lib's comparison, which NaN does not win; and faster.
  const nearer = stop > first ? first : stop
  // biome-ignore lint/complexity/useMathMinMax: likewise.
  return nearer > second ? second : nearer
}

function highest(stop: number, first: number, second: number): number {
  // biome-ignore lint/complexity/useMathMinMax: TA-Lib's comparison, which NaN does not win; and faster.
  const nearer = stop < first ? first : stop
  // biome-ignore lint/complexity/useMathMinMax: likewise.
  return nearer < second ? second : nearer
}

/**
 * The loop of SAR and SAREXT. `begin` is 0 (the side follows the first move), or the first stop: positive for a rising
 * one, negative for a falling one. `offset` moves the stop away on a reversal. `sign` is what falling stops are
 * multiplied by.
 */
export function parabolicKernel(
  rising: Acceleration,
  falling: Acceleration,
  begin: number,
  offset: number,
  sign: 1 | -1,
): Kernel {
  const groupOf = ({ initial, step, max }: Acceleration) => [Math.min(initial, max), Math.min(step, max), max]
  const settings = new Float64Array([...groupOf(rising), ...groupOf(falling), offset, begin])
  // Side, stop, extreme price, step; what falling stops are multiplied by; two places to choose from.
  const state = new Float64Array([0, 0, 0, 0, sign, 0, 0])
  return {
    lookback: 1,
    window: 1,
    states: [state],
    run(inputs, outputs, start, end) {
      const begun = later(start, 1)
      if (begun < end) trail(state, settings, inputs[0], inputs[1], outputs[0], begun, end)
    },
  }
}
