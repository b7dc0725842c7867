import { arcTangent } from '../framework/arc-tangent.ts'
import { later } from '../framework/later.ts'
/** Degrees in a radian. */
export const degrees = 180 / Math.PI

/** Where the transform puts what it finds about bar `index`: at `index - offset`. What is absent is not kept. */
export type HilbertSink = {
  offset: number
  /** The price, smoothed over four bars; 0 before the transform begins. */
  smooth?: Float64Array
  inPhase?: Float64Array
  quadrature?: Float64Array
  /** Length of the dominant cycle in bars, smoothed. */
  period?: Float64Array
}

// Places in the state: fifteen numbers, then four stages (for odd and for even bars) of a ring of three and two lags each.
const stages = 15
const stage = 5
const parity = 4 * stage

/**
 * Ehlers' Hilbert transform, from which the cycle functions are made: in-phase and quadrature part of the price, and
 * the period of the dominant cycle. The smoothing starts at bar `origin`, the transform `delay` bars later.
 */
export function hilbertTransform(delay: number, origin = 0) {
  const memory = new Float64Array(stages + 2 * parity)
  return {
    states: [memory],
    window: 4,
    step: (input: Float64Array, sink: HilbertSink, start: number, end: number): void =>
      turn(memory, delay, input, sink, later(start, origin), end),
  }
}

// Not a closure: V8 then compiles it once for all kernels, with unboxed numbers.
function turn(
  memory: Float64Array,
  delay: number,
  input: Float64Array,
  sink: HilbertSink,
  start: number,
  end: number,
): void {
  const { offset, smooth, inPhase, quadrature, period: periods } = sink
  let age = (memory[0] as number) | 0
  let slot = (memory[1] as number) | 0
  let sum = memory[2] as number
  let plain = memory[3] as number
  let leaving = memory[4] as number
  let period = memory[5] as number
  let smoothPeriod = memory[6] as number
  let lastI = memory[7] as number
  let lastQ = memory[8] as number
  let real = memory[9] as number
  let imaginary = memory[10] as number
  // The detrended price two and three bars of the same parity ago.
  let odd2 = memory[11] as number
  let odd3 = memory[12] as number
  let even2 = memory[13] as number
  let even3 = memory[14] as number
  for (let index = start; index < end; index++, age++) {
    const value = input[index] as number
    plain += value
    if (age < 3) {
      sum += value * (age + 1)
      if (smooth) smooth[index - offset] = 0
      continue
    }
    plain -= leaving
    sum += value * 4
    leaving = input[index - 3] as number
    const smoothed = sum * 0.1
    sum -= plain
    if (smooth) smooth[index - offset] = age < delay ? 0 : smoothed
    if (age < delay) continue

    const gain = 0.075 * period + 0.54
    const even = (age & 1) === 0
    const at = even ? stages : stages + parity
    const detrended = advance(memory, at, slot, smoothed, gain)
    const q1 = advance(memory, at + stage, slot, detrended, gain)
    const i1 = even ? even3 : odd3
    const jI = advance(memory, at + 2 * stage, slot, i1, gain)
    const jQ = advance(memory, at + 3 * stage, slot, q1, gain)
    if (even) {
      if (++slot === 3) slot = 0
      odd3 = odd2
      odd2 = detrended
    } else {
      even3 = even2
      even2 = detrended
    }
    const q2 = 0.2 * (q1 + jI) + 0.8 * lastQ
    const i2 = 0.2 * (i1 - jQ) + 0.8 * lastI
    real = 0.2 * (i2 * lastI + q2 * lastQ) + 0.8 * real
    imaginary = 0.2 * (i2 * lastQ - q2 * lastI) + 0.8 * imaginary
    lastQ = q2
    lastI = i2
    const before = period
    if (imaginary !== 0 && real !== 0) period = 360 / (arcTangent(imaginary / real) * degrees)
    const most = 1.5 * before
    if (period > most) period = most
    const least = 0.67 * before
    if (period < least) period = least
    if (period < 6) period = 6
    else if (period > 50) period = 50
    period = 0.2 * period + 0.8 * before
    smoothPeriod = 0.33 * period + 0.67 * smoothPeriod
    if (inPhase) inPhase[index - offset] = i1
    if (quadrature) quadrature[index - offset] = q1
    if (periods) periods[index - offset] = smoothPeriod
  }
  memory[0] = age
  memory[1] = slot
  memory[2] = sum
  memory[3] = plain
  memory[4] = leaving
  memory[5] = period
  memory[6] = smoothPeriod
  memory[7] = lastI
  memory[8] = lastQ
  memory[9] = real
  memory[10] = imaginary
  memory[11] = odd2
  memory[12] = odd3
  memory[13] = even2
  memory[14] = even3
}

/** One stage of the transform, in TA-Lib's order: a weighted difference of bars of the same parity, times `gain`. */
function advance(memory: Float64Array, at: number, slot: number, input: number, gain: number): number {
  const weighted = 0.0962 * input
  let result = -(memory[at + slot] as number)
  memory[at + slot] = weighted
  result += weighted
  result -= memory[at + 3] as number
  const lag = 0.5769 * (memory[at + 4] as number)
  memory[at + 3] = lag
  result += lag
  memory[at + 4] = input
  return result * gain
}
