import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'

export type AvgdevOptions = IndicatorOptions & {
  /** Bars in the window, 2 to 100,000. @default 14 */
  period?: number
}

/** The loop with its parameters bound. */
export function avgdevKernel({ period = 14 }: AvgdevOptions): Kernel {
  const lookback = integer('period', period, 2) - 1
  return {
    lookback,
    window: period,
    states: [],
    run: (inputs, outputs, start, end) => deviate(period, inputs[0], outputs[0], later(start, lookback), end),
  }
}

/** Each bar's two sums, newest value first, wait for their own additions only: four bars at a time take the time of one. */
function deviate(
  period: number,
  input: Float64Array,
  output: Float64Array,
  start: number,
  end: number,
): void {
  let index = start
  for (; index + 3 < end && period > 3; index += 4) {
    const oldest = index - period + 4
    const u = input[oldest - 3] as number
    const v = input[oldest - 2] as number
    const w = input[oldest - 1] as number
    const x = input[index + 1] as number
    const y = input[index + 2] as number
    const z = input[index + 3] as number
    let a = 0
    let b = x
    let c = y + x
    let d = z + y + x
    for (let at = index; at >= oldest; at--) {
      const value = input[at] as number
      a += value
      b += value
      c += value
      d += value
    }
    a = (a + w + v + u) / period
    b = (b + w + v) / period
    c = (c + w) / period
    d /= period
    let p = 0
    let q = Math.abs(x - b)
    let r = Math.abs(y - c) + Math.abs(x - c)
    let s = Math.abs(z - d) + Math.abs(y - d) + Math.abs(x - d)
    for (let at = index; at >= oldest; at--) {
      const value = input[at] as number
      p += Math.abs(value - a)
      q += Math.abs(value - b)
      r += Math.abs(value - c)
      s += Math.abs(value - d)
    }
    output[index] = (p + Math.abs(w - a) + Math.abs(v - a) + Math.abs(u - a)) / period
    output[index + 1] = (q + Math.abs(w - b) + Math.abs(v - b)) / period
    output[index + 2] = (r + Math.abs(w - c)) / period
    output[index + 3] = s / period
  }
  for (; index < end; index++) {
    let sum = 0
    for (let back = 0; back < period; back++) sum += input[index - back] as number
    const mean = sum / period
    let deviation = 0
    for (let back = 0; back < period; back++) deviation += Math.abs((input[index - back] as number) - mean)
    output[index] = deviation / period
  }
}

/** Index of the first value of `avgdev`. */
export function avgdevLookback(options: AvgdevOptions = {}): number {
  return avgdevKernel(options).lookback
}

/**
 * Average deviation: the mean distance of the last `period` values from their mean.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit; the first `period - 1` slots are NaN.
 * - Cost: O(n * period), one allocation: any shorter way rounds differently.
 * - Parity: TA-Lib `AVGDEV`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000
 * @example
 * avgdev([1, 3, 3], { period: 2 }) // [NaN, 1, 0]
 */
export function avgdev(values: Column, options: AvgdevOptions = {}): Float64Array {
  return compute(avgdevKernel, [values], options)
}

/** The stream form of `avgdev`. */
export function createAvgdev(options: AvgdevOptions = {}): Stream1 {
  return createStream(avgdevKernel(options), 1, options)
}
