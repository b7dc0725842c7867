import type { Kernel } from '../framework/kernel.ts'
import { inLanes } from '../framework/lanes.ts'
import { later } from '../framework/later.ts'

/** How fast the stop of one side closes in: first step, further steps, largest step. */
export type Acceleration = { readonly initial: number; readonly step: number; readonly max: number }

/** Places in the settings: a group for a rising stop, a group for a falling one, and what both share. */
const fallingAt = 3
const shift = 6
const beginning = 7
// Two numbers to choose from, for each of two stretches.
const choice = 8

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
      settings[choice] = extreme
      if (up) {
        const further = +(newHigh > extreme)
        settings[choice + 1] = newHigh
        extreme = settings[choice + further] as number
        pace += further * more
        if (pace > most) pace = most
        stop = lowest(stop + pace * (extreme - stop), previousLow, newLow)
      } else {
        const further = +(newLow < extreme)
        settings[choice + 1] = newLow
        extreme = settings[choice + further] as number
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

function trailTwo(
  states: Float64Array,
  settings: Float64Array,
  stride: number,
  high: Float64Array,
  low: Float64Array,
  output: Float64Array,
  start: number,
  end: number,
): void {
  const more = settings[1] as number
  const most = settings[2] as number
  const fallingMore = settings[fallingAt + 1] as number
  const fallingMost = settings[fallingAt + 2] as number
  const offset = settings[shift] as number
  const sign = states[4] as number
  let up = states[0] === 1
  let stop = states[1] as number
  let extreme = states[2] as number
  let pace = states[3] as number
  let previousHigh = high[start - 1] as number
  let previousLow = low[start - 1] as number
  let nextUp = states[5] === 1
  let nextStop = states[6] as number
  let nextExtreme = states[7] as number
  let nextPace = states[8] as number
  let nextPreviousHigh = high[start - 1 + stride] as number
  let nextPreviousLow = low[start - 1 + stride] as number
  for (let index = start; index < end; index++) {
    const next = index + stride
    const newHigh = high[index] as number
    const newLow = low[index] as number
    if (up ? newLow <= stop : newHigh >= stop) {
      up = !up
      stop = up ? lowest(extreme, previousLow, newLow) : highest(extreme, previousHigh, newHigh)
      extreme = up ? newHigh : newLow
      pace = settings[up ? 0 : fallingAt] as number
      if (offset !== 0) stop += up ? -(stop * offset) : stop * offset
      output[index] = up ? stop : stop * sign
      stop += pace * (extreme - stop)
      stop = up ? lowest(stop, previousLow, newLow) : highest(stop, previousHigh, newHigh)
    } else if (up) {
      output[index] = stop
      const further = +(newHigh > extreme)
      settings[choice] = extreme
      settings[choice + 1] = newHigh
      extreme = settings[choice + further] as number
      pace += further * more
      if (pace > most) pace = most
      stop = lowest(stop + pace * (extreme - stop), previousLow, newLow)
    } else {
      output[index] = stop * sign
      const further = +(newLow < extreme)
      settings[choice] = extreme
      settings[choice + 1] = newLow
      extreme = settings[choice + further] as number
      pace += further * fallingMore
      if (pace > fallingMost) pace = fallingMost
      stop = highest(stop + pace * (extreme - stop), previousHigh, newHigh)
    }
    previousHigh = newHigh
    previousLow = newLow
    const nextHigh = high[next] as number
    const nextLow = low[next] as number
    if (nextUp ? nextLow <= nextStop : nextHigh >= nextStop) {
      nextUp = !nextUp
      nextStop = nextUp
        ? lowest(nextExtreme, nextPreviousLow, nextLow)
        : highest(nextExtreme, nextPreviousHigh, nextHigh)
      nextExtreme = nextUp ? nextHigh : nextLow
      nextPace = settings[nextUp ? 0 : fallingAt] as number
      if (offset !== 0) nextStop += nextUp ? -(nextStop * offset) : nextStop * offset
      output[next] = nextUp ? nextStop : nextStop * sign
      nextStop += nextPace * (nextExtreme - nextStop)
      nextStop = nextUp
        ? lowest(nextStop, nextPreviousLow, nextLow)
        : highest(nextStop, nextPreviousHigh, nextHigh)
    } else if (nextUp) {
      output[next] = nextStop
      const further = +(nextHigh > nextExtreme)
      settings[choice + 2] = nextExtreme
      settings[choice + 2 + 1] = nextHigh
      nextExtreme = settings[choice + 2 + further] as number
      nextPace += further * more
      if (nextPace > most) nextPace = most
      nextStop = lowest(nextStop + nextPace * (nextExtreme - nextStop), nextPreviousLow, nextLow)
    } else {
      output[next] = nextStop * sign
      const further = +(nextLow < nextExtreme)
      settings[choice + 2] = nextExtreme
      settings[choice + 2 + 1] = nextLow
      nextExtreme = settings[choice + 2 + further] as number
      nextPace += further * fallingMore
      if (nextPace > fallingMost) nextPace = fallingMost
      nextStop = highest(nextStop + nextPace * (nextExtreme - nextStop), nextPreviousHigh, nextHigh)
    }
    nextPreviousHigh = nextHigh
    nextPreviousLow = nextLow
  }
  states[0] = up ? 1 : 0
  states[1] = stop
  states[2] = extreme
  states[3] = pace
  states[5] = nextUp ? 1 : 0
  states[6] = nextStop
  states[7] = nextExtreme
  states[8] = nextPace
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
  const settings = new Float64Array([...groupOf(rising), ...groupOf(falling), offset, begin, 0, 0, 0, 0])
  // Side, stop, extreme price, step; what falling stops are multiplied by.
  const state = new Float64Array([0, 0, 0, 0, sign])
  return {
    lookback: 1,
    window: 1,
    states: [state],
    // A reversal wipes out what was, but for the extreme price: two stops that reverse together are one.
    scratch: inLanes({
      count: 2,
      begun: 2,
      memory: 512,
      run: (states, stride, inputs, outputs, start, end) =>
        trailTwo(states, settings, stride, inputs[0], inputs[1], outputs[0], start, end),
    }),
    run(inputs, outputs, start, end) {
      const begun = later(start, 1)
      if (begun < end) trail(state, settings, inputs[0], inputs[1], outputs[0], begun, end)
    },
  }
}
