import type { Columns } from '../framework/column.ts'
import type { Kernel } from '../framework/kernel.ts'

/** How fast the stop of one side closes in: first step, further steps, largest step. */
export type Acceleration = { readonly initial: number; readonly step: number; readonly max: number }

// Not a closure: V8 then compiles it once for all kernels, with unboxed numbers.
function trail(
  state: Float64Array,
  begin: number,
  falling: Acceleration,
  fallingStep: number,
  firstFalling: number,
  firstRising: number,
  offset: number,
  rising: Acceleration,
  risingStep: number,
  sign: number,
  inputs: Columns,
  outputs: Columns,
  start: number,
  end: number,
): void {
  const high = inputs[0]
  const low = inputs[1]
  const output = outputs[0]
  const shift = +offset
  const flip = +sign
  const risingFirst = +firstRising
  const fallingFirst = +firstFalling
  const risingMore = +risingStep
  const fallingMore = +fallingStep
  const risingMost = +rising.max
  const fallingMost = +falling.max
  let index = Math.max(start, 1)
  if (index >= end) return
  let up = (state[0] as number) === 1
  let stop = state[1] as number
  let extreme = state[2] as number
  let riser = state[3] as number
  let faller = state[4] as number
  let previousHigh = high[index - 1] as number
  let previousLow = low[index - 1] as number
  if (index === 1) {
    const fall = previousLow - (low[1] as number)
    const rise = (high[1] as number) - previousHigh
    up = begin === 0 ? !(fall > 0 && rise < fall) : begin > 0
    extreme = (up ? high[1] : low[1]) as number
    stop = begin === 0 ? (up ? previousLow : previousHigh) : Math.abs(begin)
    riser = firstRising
    faller = firstFalling
    // TA-Lib takes the second bar for the one before, too.
    previousHigh = high[1] as number
    previousLow = low[1] as number
  }
  for (; index < end; index++) {
    const newHigh = high[index] as number
    const newLow = low[index] as number
    if (up) {
      if (newLow <= stop) {
        up = false
        stop = extreme
        if (stop < previousHigh) stop = previousHigh
        if (stop < newHigh) stop = newHigh
        if (shift !== 0) stop += stop * shift
        output[index] = stop * flip
        faller = fallingFirst
        extreme = newLow
        stop = stop + faller * (extreme - stop)
        if (stop < previousHigh) stop = previousHigh
        if (stop < newHigh) stop = newHigh
      } else {
        output[index] = stop
        if (newHigh > extreme) {
          extreme = newHigh
          riser += risingMore
          if (riser > risingMost) riser = risingMost
        }
        stop = stop + riser * (extreme - stop)
        if (stop > previousLow) stop = previousLow
        if (stop > newLow) stop = newLow
      }
    } else if (newHigh >= stop) {
      up = true
      stop = extreme
      if (stop > previousLow) stop = previousLow
      if (stop > newLow) stop = newLow
      if (shift !== 0) stop -= stop * shift
      output[index] = stop
      riser = risingFirst
      extreme = newHigh
      stop = stop + riser * (extreme - stop)
      if (stop > previousLow) stop = previousLow
      if (stop > newLow) stop = newLow
    } else {
      output[index] = stop * flip
      if (newLow < extreme) {
        extreme = newLow
        faller += fallingMore
        if (faller > fallingMost) faller = fallingMost
      }
      stop = stop + faller * (extreme - stop)
      if (stop < previousHigh) stop = previousHigh
      if (stop < newHigh) stop = newHigh
    }
    previousHigh = newHigh
    previousLow = newLow
  }
  state[0] = up ? 1 : 0
  state[1] = stop
  state[2] = extreme
  state[3] = riser
  state[4] = faller
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
  const firstRising = Math.min(rising.initial, rising.max)
  const firstFalling = Math.min(falling.initial, falling.max)
  const risingStep = Math.min(rising.step, rising.max)
  const fallingStep = Math.min(falling.step, falling.max)
  // Side, stop, extreme price, step of the rising and of the falling stop.
  const state = new Float64Array(5)
  return {
    lookback: 1,
    window: 1,
    states: [state],
    outputs: 1,
    run(inputs, outputs, start, end) {
      trail(
        state,
        begin,
        falling,
        fallingStep,
        firstFalling,
        firstRising,
        offset,
        rising,
        risingStep,
        sign,
        inputs,
        outputs,
        start,
        end,
      )
    },
  }
}
