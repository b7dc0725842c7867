import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { earlier, later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'
import { isZero } from '../framework/zero.ts'
import { trueRange } from '../volatility/true-range.ts'

export type UltoscOptions = IndicatorOptions & {
  /** Bars of one sum, 1 to 100,000. @default 7 */
  period1?: number
  /** Bars of another sum, 1 to 100,000. @default 14 */
  period2?: number
  /** Bars of the third sum, 1 to 100,000; the shortest weighs 4, the longest 1. @default 28 */
  period3?: number
}

/** Writes how far each close is above the lower of the low and the close before, and the true range. */
function measure(
  high: Float64Array,
  low: Float64Array,
  close: Float64Array,
  pressures: Float64Array,
  ranges: Float64Array,
  start: number,
  end: number,
): void {
  let before = close[start - 1] as number
  for (let index = start; index < end; index++) {
    const bottom = low[index] as number
    const last = close[index] as number
    // biome-ignore lint/complexity/useMathMinMax: TA-Lib's comparison, which NaN does not win; and faster.
    pressures[index] = last - (bottom < before ? bottom : before)
    ranges[index] = trueRange(high[index] as number, bottom, before)
    before = last
  }
}

/** Adds the bars that come before the first value to the sums. */
function seed(
  state: Float64Array,
  longest: number,
  middle: number,
  shortest: number,
  pressures: Float64Array,
  ranges: Float64Array,
  start: number,
  end: number,
): void {
  for (let index = start; index < end; index++) {
    for (const [place, period] of [shortest, middle, longest].entries()) {
      if (index <= longest - period) continue
      state[place] = (state[place] as number) + (pressures[index] as number)
      state[3 + place] = (state[3 + place] as number) + (ranges[index] as number)
    }
  }
}

// Not a closure: V8 then compiles it once for all kernels, with unboxed numbers.
function oscillate(
  state: Float64Array,
  longest: number,
  middle: number,
  shortest: number,
  pressures: Float64Array,
  ranges: Float64Array,
  output: Float64Array,
  start: number,
  end: number,
): void {
  let a1 = state[0] as number
  let a2 = state[1] as number
  let a3 = state[2] as number
  let b1 = state[3] as number
  let b2 = state[4] as number
  let b3 = state[5] as number
  for (let index = start; index < end; index++) {
    const pressure = pressures[index] as number
    const range = ranges[index] as number
    a1 += pressure
    a2 += pressure
    a3 += pressure
    b1 += range
    b2 += range
    b3 += range
    let sum = 0
    if (!isZero(b1)) sum += 4 * (a1 / b1)
    if (!isZero(b2)) sum += 2 * (a2 / b2)
    if (!isZero(b3)) sum += a3 / b3
    output[index] = 100 * (sum / 7)
    const leaving1 = index - shortest + 1
    const leaving2 = index - middle + 1
    const leaving3 = index - longest + 1
    a1 -= pressures[leaving1] as number
    b1 -= ranges[leaving1] as number
    a2 -= pressures[leaving2] as number
    b2 -= ranges[leaving2] as number
    a3 -= pressures[leaving3] as number
    b3 -= ranges[leaving3] as number
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
      const pressures = outputs[1]
      const ranges = outputs[2]
      const from = later(start, 1)
      const seeded = later(from, earlier(longest, end))
      measure(inputs[0], inputs[1], inputs[2], pressures, ranges, from, end)
      seed(state, longest, middle, shortest, pressures, ranges, from, seeded)
      oscillate(state, longest, middle, shortest, pressures, ranges, outputs[0], seeded, end)
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
