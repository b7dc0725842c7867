import { arcTangent } from '../framework/arc-tangent.ts'
import { runBlocks } from '../framework/blocks.ts'
import { asColumns, type Columns } from '../framework/column.ts'
import type { Kernel } from '../framework/kernel.ts'
import { laneKernel } from '../framework/lanes.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'

/** Degrees in a radian. */
export const degrees = 180 / Math.PI

/** Where the transform puts what it finds about bar `index`: at `index - offset`. What is absent is not kept. */
export type HilbertSink = {
  offset: number
  inPhase?: Float64Array
  quadrature?: Float64Array
  /** Length of the dominant cycle in bars, smoothed. */
  period?: Float64Array
}

// Places in the state of a stretch: eight numbers, and rings of the last 16 of four columns.
const ring = 16
const size = 8 + 4 * ring

/**
 * Ehlers' Hilbert transform, from which the cycle functions are made: in-phase and quadrature part of the price, and
 * the period of the dominant cycle. The smoothing starts at bar `origin`, the transform `delay` bars later.
 */
export function hilbertTransform(delay: number, origin = 0) {
  const sums = new Float64Array(2)
  const memory = new Float64Array(size)
  return {
    states: [sums, memory],
    window: 4,
    /** `smooth` gets the price, smoothed over four bars, as `sink` gets the rest; 0 before the transform begins. */
    step(input: Float64Array, smooth: Float64Array, sink: HilbertSink, start: number, end: number): void {
      smoothPrices(sums, origin, delay, input, smooth, sink.offset, later(start, origin), end)
      turn(memory, 0, smooth, sink, later(start, origin + delay), end)
    },
  }
}

/** A function of the transform, and where it has its columns: outputs, the smoothed price, and further ones of its own. */
type Cycle = {
  /** Bars from the first to the transform's first. */
  delay: number
  /** Index of the first value. */
  lookback: number
  unstablePeriod: number
  outputs: 1 | 2
  /** Columns of its own, the smoothed price among them. */
  scratch: number
  sinkOf(columns: Columns): HilbertSink
  /** What is made of the transform's columns. */
  follow?: Pick<Kernel, 'window' | 'states' | 'run'>
}

/** A kernel whose transform goes through a long series in stretches. */
export function hilbertKernel({
  delay,
  lookback,
  unstablePeriod,
  outputs: count,
  scratch,
  sinkOf,
  follow,
}: Cycle): Kernel {
  const sums = new Float64Array(2)
  const lanes = laneKernel({
    count: 3,
    size,
    begun: lookback + 1,
    hidden: integer('unstablePeriod', unstablePeriod, 0),
    memory: 1536,
    loop: (states, stride, inputs, outputs, start, end) =>
      turn(states, stride, inputs[0], sinkOf(outputs), later(start, delay), end),
  })
  return {
    lookback: lanes.lookback,
    window: follow?.window ?? 4,
    states: [sums, ...lanes.states, ...(follow?.states ?? [])],
    run(inputs, outputs, start, end) {
      const smooth = outputs[count]
      smoothPrices(sums, 0, delay, inputs[0], smooth, 0, start, end)
      lanes.run(asColumns([smooth]), outputs, start, end)
      follow?.run(inputs, outputs, start, end)
    },
    scratch: {
      count: scratch,
      // The smoothing is a running sum, which never forgets: it goes ahead as one, the transform follows in stretches.
      run(_, inputs, outputs, bars) {
        const own = Array.from({ length: scratch }, () => new Float64Array(bars))
        const columns = asColumns([...outputs, ...own])
        const smooth = columns[count]
        smoothPrices(sums, 0, delay, inputs[0], smooth, 0, 0, bars)
        lanes.scratch?.run(lanes, asColumns([smooth]), columns, bars)
        if (follow) runBlocks(follow, inputs, columns, bars)
      },
    },
  }
}

/** Weighted means of four prices, in TA-Lib's order. */
function smoothPrices(
  sums: Float64Array,
  origin: number,
  delay: number,
  input: Float64Array,
  smooth: Float64Array,
  offset: number,
  start: number,
  end: number,
): void {
  let sum = sums[0] as number
  let plain = sums[1] as number
  for (let index = start; index < end; index++) {
    const value = input[index] as number
    const age = index - origin
    plain += value
    let smoothed = 0
    if (age < 3) sum += value * (age + 1)
    else {
      if (age > 3) plain -= input[index - 4] as number
      sum += value * 4
      if (age >= delay) smoothed = sum * 0.1
      sum -= plain
    }
    smooth[index - offset] = smoothed
  }
  sums[0] = sum
  sums[1] = plain
}

// Not a closure: V8 then compiles it once for all kernels, with unboxed numbers.
function turn(
  states: Float64Array,
  stride: number,
  smooth: Float64Array,
  sink: HilbertSink,
  start: number,
  end: number,
): void {
  const { offset, inPhase, quadrature, period: periods } = sink
  const used = stride > 0 ? states.length : size
  let age = (states[0] as number) | 0
  for (let first = start - offset; first < end - offset; first++, age++) {
    let index = first
    for (let at = 0; at < used; at += size, index += stride) {
      const gain = 0.075 * (states[at + 1] as number) + 0.54
      const detrended = differ(states, at + 8, age, smooth[index] as number) * gain
      const difference = differ(states, at + 24, age, detrended)
      states[at + 56 + (age & 15)] = difference
      const q1 = difference * gain
      const i1 = states[at + 24 + ((age - 3) & 15)] as number
      const lastQ = states[at + 3] as number
      const lastI = states[at + 4] as number
      const q2 = 0.2 * (q1 + (states[at + 56 + ((age - 3) & 15)] as number) * gain) + 0.8 * lastQ
      const i2 = 0.2 * (i1 - differ(states, at + 40, age, q1) * gain) + 0.8 * lastI
      const real = 0.2 * (i2 * lastI + q2 * lastQ) + 0.8 * (states[at + 5] as number)
      const imaginary = 0.2 * (i2 * lastQ - q2 * lastI) + 0.8 * (states[at + 6] as number)
      states[at + 3] = q2
      states[at + 4] = i2
      states[at + 5] = real
      states[at + 6] = imaginary
      states[at + 7] = imaginary / real
      if (inPhase) inPhase[index] = i1
      if (quadrature) quadrature[index] = q1
    }
    // A loop of its own: the stretches then wait for their arc tangents side by side.
    index = first
    for (let at = 0; at < used; at += size, index += stride) {
      const before = states[at + 1] as number
      let period = before
      if (states[at + 5] !== 0 && states[at + 6] !== 0)
        period = 360 / (arcTangent(states[at + 7] as number) * degrees)
      const most = 1.5 * before
      if (period > most) period = most
      const least = 0.67 * before
      if (period < least) period = least
      if (period < 6) period = 6
      else if (period > 50) period = 50
      period = 0.2 * period + 0.8 * before
      states[at + 1] = period
      const smoothPeriod = 0.33 * period + 0.67 * (states[at + 2] as number)
      states[at + 2] = smoothPeriod
      if (periods) periods[index] = smoothPeriod
    }
  }
  for (let at = 0; at < used; at += size) states[at] = age & 15
}

/** Takes a value into a ring; gives a weighted difference of every second one, in TA-Lib's order. */
function differ(states: Float64Array, at: number, age: number, value: number): number {
  states[at + (age & 15)] = value
  return (
    0.0962 * value -
    0.0962 * (states[at + ((age - 6) & 15)] as number) -
    0.5769 * (states[at + ((age - 4) & 15)] as number) +
    0.5769 * (states[at + ((age - 2) & 15)] as number)
  )
}
