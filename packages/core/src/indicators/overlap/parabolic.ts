import type { Kernel } from '../framework/kernel.ts'
import { laneKernel } from '../framework/lanes.ts'
import { later } from '../framework/later.ts'

/** How fast the stop of one side closes in: first step, further steps, largest step. */
export type Acceleration = readonly [first: number, further: number, largest: number]

/** Places in the settings: a group for a rising stop, a group for a falling one, and what both share. */
const fallingAt = 3
const shift = 6
const beginning = 7
const multiplier = 8

// Not a closure: V8 then compiles it once for all kernels, with unboxed numbers.
function trail(
  states: Float64Array,
  stride: number,
  settings: Float64Array,
  high: Float64Array,
  low: Float64Array,
  output: Float64Array,
  begun: number,
  end: number,
): void {
  const more = settings[1] as number
  const most = settings[2] as number
  const fallingMore = settings[fallingAt + 1] as number
  const fallingMost = settings[fallingAt + 2] as number
  const offset = settings[shift] as number
  const sign = settings[multiplier] as number
  const other = stride > 0 ? 4 : 0
  let up = states[0] === 1
  let stop = states[1] as number
  let extreme = states[2] as number
  let pace = states[3] as number
  let otherUp = states[other] === 1
  let otherStop = states[other + 1] as number
  let otherExtreme = states[other + 2] as number
  let otherPace = states[other + 3] as number
  if (begun === 1) {
    const begin = settings[beginning] as number
    const fall = (low[0] as number) - (low[1] as number)
    const rise = (high[1] as number) - (high[0] as number)
    up = begin === 0 ? !(fall > 0 && rise < fall) : begin > 0
    extreme = (up ? high[1] : low[1]) as number
    stop = begin === 0 ? ((up ? low[0] : high[0]) as number) : Math.abs(begin)
    pace = settings[up ? 0 : fallingAt] as number
  }
  // TA-Lib takes the second bar for the one before, too.
  const before = later(begun - 1, 1)
  let previousHigh = high[before] as number
  let previousLow = low[before] as number
  let otherPreviousHigh = high[before + stride] as number
  let otherPreviousLow = low[before + stride] as number
  for (let index = begun; index < end; index++) {
    const newHigh = high[index] as number
    const newLow = low[index] as number
    if (up) {
      if (newLow <= stop) {
        up = false
        stop = highest(extreme, previousHigh, newHigh)
        extreme = newLow
        pace = settings[fallingAt] as number
        if (offset !== 0) stop += stop * offset
        output[index] = stop * sign
        stop = highest(stop + pace * (extreme - stop), previousHigh, newHigh)
      } else {
        output[index] = stop
        const further = +(newHigh > extreme)
        extreme = greater(extreme, newHigh)
        pace += further * more
        if (pace > most) pace = most
        stop = lowest(stop + pace * (extreme - stop), previousLow, newLow)
      }
    } else if (newHigh >= stop) {
      up = true
      stop = lowest(extreme, previousLow, newLow)
      extreme = newHigh
      pace = settings[0] as number
      if (offset !== 0) stop -= stop * offset
      output[index] = stop
      stop = lowest(stop + pace * (extreme - stop), previousLow, newLow)
    } else {
      output[index] = stop * sign
      const further = +(newLow < extreme)
      extreme = lesser(extreme, newLow)
      pace += further * fallingMore
      if (pace > fallingMost) pace = fallingMost
      stop = highest(stop + pace * (extreme - stop), previousHigh, newHigh)
    }
    previousHigh = newHigh
    previousLow = newLow
    if (stride === 0) continue
    const next = index + stride
    const nextHigh = high[next] as number
    const nextLow = low[next] as number
    if (otherUp) {
      if (nextLow <= otherStop) {
        otherUp = false
        otherStop = highest(otherExtreme, otherPreviousHigh, nextHigh)
        otherExtreme = nextLow
        otherPace = settings[fallingAt] as number
        if (offset !== 0) otherStop += otherStop * offset
        output[next] = otherStop * sign
        otherStop = highest(otherStop + otherPace * (otherExtreme - otherStop), otherPreviousHigh, nextHigh)
      } else {
        output[next] = otherStop
        const further = +(nextHigh > otherExtreme)
        otherExtreme = greater(otherExtreme, nextHigh)
        otherPace += further * more
        if (otherPace > most) otherPace = most
        otherStop = lowest(otherStop + otherPace * (otherExtreme - otherStop), otherPreviousLow, nextLow)
      }
    } else if (nextHigh >= otherStop) {
      otherUp = true
      otherStop = lowest(otherExtreme, otherPreviousLow, nextLow)
      otherExtreme = nextHigh
      otherPace = settings[0] as number
      if (offset !== 0) otherStop -= otherStop * offset
      output[next] = otherStop
      otherStop = lowest(otherStop + otherPace * (otherExtreme - otherStop), otherPreviousLow, nextLow)
    } else {
      output[next] = otherStop * sign
      const further = +(nextLow < otherExtreme)
      otherExtreme = lesser(otherExtreme, nextLow)
      otherPace += further * fallingMore
      if (otherPace > fallingMost) otherPace = fallingMost
      otherStop = highest(otherStop + otherPace * (otherExtreme - otherStop), otherPreviousHigh, nextHigh)
    }
    otherPreviousHigh = nextHigh
    otherPreviousLow = nextLow
  }
  states[other] = otherUp ? 1 : 0
  states[other + 1] = otherStop
  states[other + 2] = otherExtreme
  states[other + 3] = otherPace
  states[0] = up ? 1 : 0
  states[1] = stop
  states[2] = extreme
  states[3] = pace
}

// A new extreme is not branched on, for markets are hard to predict. Of two numbers so near that their distance is exact, half
// of the distance and its size together is all of it or nothing.

function greater(extreme: number, price: number): number {
  const distance = price - extreme
  if (Math.abs(distance) < 0.4 * Math.abs(extreme)) return extreme + (distance + Math.abs(distance)) / 2
  // biome-ignore lint/complexity/useMathMinMax: TA-Lib's comparison, which NaN does not win; and faster.
  return price > extreme ? price : extreme
}

function lesser(extreme: number, price: number): number {
  const distance = price - extreme
  if (Math.abs(distance) < 0.4 * Math.abs(extreme)) return extreme + (distance - Math.abs(distance)) / 2
  // biome-ignore lint/complexity/useMathMinMax: likewise.
  return price < extreme ? price : extreme
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
  const groupOf = (steps: Acceleration) => steps.map((step) => Math.min(step, steps[2]))
  const settings = new Float64Array([...groupOf(rising), ...groupOf(falling), offset, begin, sign])
  return laneKernel({
    count: 2,
    // Side, stop, extreme price, step.
    size: 4,
    begun: 2,
    // A reversal wipes out what was, but for the extreme price: two stops that reverse together are one.
    memory: 512,
    loop(states, stride, inputs, outputs, start, end) {
      const begun = later(start, 1)
      if (begun < end) trail(states, stride, settings, inputs[0], inputs[1], outputs[0], begun, end)
    },
  })
}
