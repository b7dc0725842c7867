import type { Column, Columns, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'
import { trueRange } from '../volatility/true-range.ts'

export type UltoscOptions = IndicatorOptions & {
  /** Bars of one sum, 1 to 100,000. @default 7 */
  period1?: number | undefined
  /** Bars of another sum, 1 to 100,000. @default 14 */
  period2?: number | undefined
  /** Bars of the third sum, 1 to 100,000; the shortest weighs 4, the longest 1. @default 28 */
  period3?: number | undefined
}

// Not a closure: V8 then compiles it once for all kernels, with unboxed numbers. Three bars a round, for V8 looks every column
// up again in each round, which takes as long as all arithmetic of a bar.
function oscillate(
  state: Float64Array,
  longest: number,
  middle: number,
  shortest: number,
  inputs: Columns,
  outputs: Columns,
  start: number,
  end: number,
): void {
  const high = inputs[0]
  const low = inputs[1]
  const close = inputs[2]
  const output = outputs[0]
  const pressures = outputs[1]
  const ranges = outputs[2]
  // Whole numbers: V8 would ask in every round whether they are.
  const offset1 = (shortest - 1) | 0
  const offset2 = (middle - 1) | 0
  const offset3 = (longest - 1) | 0
  let a1 = state[0] as number
  let a2 = state[1] as number
  let a3 = state[2] as number
  let b1 = state[3] as number
  let b2 = state[4] as number
  let b3 = state[5] as number
  let before = close[start - 1] as number
  const stop = end | 0
  let top: number
  let bottom: number
  let last: number
  let pressure: number
  let range: number
  let sum: number
  for (let index = start | 0; index < stop; index++) {
    top = high[index] as number
    bottom = low[index] as number
    last = close[index] as number
    range = trueRange(top, bottom, before)
    // biome-ignore lint/complexity/useMathMinMax: TA-Lib's comparison, which NaN does not win; and faster.
    pressure = last - (bottom < before ? bottom : before)
    before = last
    pressures[index] = pressure
    ranges[index] = range
    a1 += pressure
    b1 += range
    a2 += pressure
    b2 += range
    a3 += pressure
    b3 += range
    if (index <= offset3) {
      // The sums of shorter periods begin later.
      if (index === offset3 - offset1) a1 = b1 = 0
      if (index === offset3 - offset2) a2 = b2 = 0
    } else {
      sum = 0
      if (!(Math.abs(b1) < 1e-14)) sum += 4 * (a1 / b1)
      if (!(Math.abs(b2) < 1e-14)) sum += 2 * (a2 / b2)
      if (!(Math.abs(b3) < 1e-14)) sum += a3 / b3
      output[index] = 100 * (sum / 7)
      a1 -= pressures[index - offset1] as number
      b1 -= ranges[index - offset1] as number
      a2 -= pressures[index - offset2] as number
      b2 -= ranges[index - offset2] as number
      a3 -= pressures[index - offset3] as number
      b3 -= ranges[index - offset3] as number
    }
    if (++index === stop) break
    top = high[index] as number
    bottom = low[index] as number
    last = close[index] as number
    range = trueRange(top, bottom, before)
    // biome-ignore lint/complexity/useMathMinMax: TA-Lib's comparison, which NaN does not win; and faster.
    pressure = last - (bottom < before ? bottom : before)
    before = last
    pressures[index] = pressure
    ranges[index] = range
    a1 += pressure
    b1 += range
    a2 += pressure
    b2 += range
    a3 += pressure
    b3 += range
    if (index <= offset3) {
      if (index === offset3 - offset1) a1 = b1 = 0
      if (index === offset3 - offset2) a2 = b2 = 0
    } else {
      sum = 0
      if (!(Math.abs(b1) < 1e-14)) sum += 4 * (a1 / b1)
      if (!(Math.abs(b2) < 1e-14)) sum += 2 * (a2 / b2)
      if (!(Math.abs(b3) < 1e-14)) sum += a3 / b3
      output[index] = 100 * (sum / 7)
      a1 -= pressures[index - offset1] as number
      b1 -= ranges[index - offset1] as number
      a2 -= pressures[index - offset2] as number
      b2 -= ranges[index - offset2] as number
      a3 -= pressures[index - offset3] as number
      b3 -= ranges[index - offset3] as number
    }
    if (++index === stop) break
    top = high[index] as number
    bottom = low[index] as number
    last = close[index] as number
    range = trueRange(top, bottom, before)
    // biome-ignore lint/complexity/useMathMinMax: TA-Lib's comparison, which NaN does not win; and faster.
    pressure = last - (bottom < before ? bottom : before)
    before = last
    pressures[index] = pressure
    ranges[index] = range
    a1 += pressure
    b1 += range
    a2 += pressure
    b2 += range
    a3 += pressure
    b3 += range
    if (index <= offset3) {
      if (index === offset3 - offset1) a1 = b1 = 0
      if (index === offset3 - offset2) a2 = b2 = 0
    } else {
      sum = 0
      if (!(Math.abs(b1) < 1e-14)) sum += 4 * (a1 / b1)
      if (!(Math.abs(b2) < 1e-14)) sum += 2 * (a2 / b2)
      if (!(Math.abs(b3) < 1e-14)) sum += a3 / b3
      output[index] = 100 * (sum / 7)
      a1 -= pressures[index - offset1] as number
      b1 -= ranges[index - offset1] as number
      a2 -= pressures[index - offset2] as number
      b2 -= ranges[index - offset2] as number
      a3 -= pressures[index - offset3] as number
      b3 -= ranges[index - offset3] as number
    }
  }
  state[0] = a1
  state[1] = a2
  state[2] = a3
  state[3] = b1
  state[4] = b2
  state[5] = b3
}

/** The loop with its parameters bound. */
export function ultoscKernel({ period1 = 7, period2 = 14, period3 = 28 }: UltoscOptions): Kernel {
  integer('period1', period1, 1)
  integer('period2', period2, 1)
  integer('period3', period3, 1)
  const longest = Math.max(period1, period2, period3)
  const shortest = Math.min(period1, period2, period3)
  const middle = period1 + period2 + period3 - longest - shortest
  // Buying pressure and true range over the shortest, the middle and the longest period.
  const state = new Float64Array(6)
  return {
    lookback: longest,
    window: longest,
    states: [state],
    scratch: slidingScratch(2),
    run(inputs, outputs, start, end) {
      const from = later(start, 1)
      if (from < end) oscillate(state, longest, middle, shortest, inputs, outputs, from, end)
    },
  }
}

/** Index of the first value of `ultosc`: the longest period. */
export function ultoscLookback(options: UltoscOptions = {}): number {
  return ultoscKernel(options).lookback
}

/**
 * Ultimate oscillator: buying pressure against true range over three periods, the shortest weighing most.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`, 0 to 100; NaN before `ultoscLookback`.
 * - Cost: O(n), three allocations.
 * - Parity: TA-Lib `ULTOSC`, to the bit.
 *
 * @throws {InvalidParameterError} a period is not a whole number from 1 to 100,000, or the columns differ in length
 * @example
 * ultosc(high, low, close, { period1: 7, period2: 14, period3: 28 })
 */
export function ultosc(high: Column, low: Column, close: Column, options: UltoscOptions = {}): Float64Array {
  return compute(ultoscKernel, [high, low, close], options)
}

/** The stream form of `ultosc`. */
export function createUltosc(options: UltoscOptions = {}): HighLowCloseStream {
  return createStream(ultoscKernel(options), 3, options)
}
