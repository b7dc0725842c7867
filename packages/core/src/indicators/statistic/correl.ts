import type { Column, Columns, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import { headOf, quotient, tailOf } from '../framework/quotient.ts'
import type { PairStream } from '../framework/stream.ts'

export type CorrelOptions = IndicatorOptions & {
  /** Bars in the window, 1 to 100,000. @default 30 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function correlKernel({ period = 30 }: CorrelOptions): Kernel {
  const lookback = integer('period', period, 1) - 1
  const state = new Float64Array(5)
  return {
    lookback,
    window: period,
    states: [state],
    run: (inputs, outputs, start, end) => relate(state, period, inputs, outputs[0], start, end),
  }
}

// Not a closure: V8 then compiles it once for all kernels, with unboxed numbers.
function relate(
  state: Float64Array,
  period: number,
  inputs: Columns,
  output: Float64Array,
  start: number,
  end: number,
): void {
  const first = inputs[0]
  const second = inputs[1]
  const span = +period
  const head = headOf(span)
  const tail = tailOf(span)
  let sumX = state[0] as number
  let sumY = state[1] as number
  let sumXX = state[2] as number
  let sumYY = state[3] as number
  let sumXY = state[4] as number
  // Four bars a round, for V8 looks every column up again in each round.
  let oldX: number
  let oldY: number
  let x: number
  let y: number
  let spreadX: number
  let spread: number
  for (let index = start, before = start - period; index < end; index++, before++) {
    // Until the window is full nothing leaves it.
    oldX = before < 0 ? 0 : (first[before] as number)
    oldY = before < 0 ? 0 : (second[before] as number)
    x = first[index] as number
    y = second[index] as number
    sumX = sumX - oldX + x
    sumXX = sumXX - oldX * oldX + x * x
    sumXY = sumXY - oldX * oldY + x * y
    sumY = sumY - oldY + y
    sumYY = sumYY - oldY * oldY + y * y
    // One of three divisions is made a multiplication; with more of them the processor sees fewer bars ahead.
    spreadX = sumXX - quotient(sumX * sumX, head, tail)
    spread = spreadX * (sumYY - (sumY * sumY) / span)
    output[index] =
      spread >= 1e-14 && spreadX > 1e-200
        ? (sumXY - (sumX * sumY) / span) / Math.sqrt(spread)
        : share(sumX, sumY, sumXX, sumYY, sumXY, span)
    if (++index === end) break
    before++
    oldX = before < 0 ? 0 : (first[before] as number)
    oldY = before < 0 ? 0 : (second[before] as number)
    x = first[index] as number
    y = second[index] as number
    sumX = sumX - oldX + x
    sumXX = sumXX - oldX * oldX + x * x
    sumXY = sumXY - oldX * oldY + x * y
    sumY = sumY - oldY + y
    sumYY = sumYY - oldY * oldY + y * y
    spreadX = sumXX - quotient(sumX * sumX, head, tail)
    spread = spreadX * (sumYY - (sumY * sumY) / span)
    output[index] =
      spread >= 1e-14 && spreadX > 1e-200
        ? (sumXY - (sumX * sumY) / span) / Math.sqrt(spread)
        : share(sumX, sumY, sumXX, sumYY, sumXY, span)
    if (++index === end) break
    before++
    oldX = before < 0 ? 0 : (first[before] as number)
    oldY = before < 0 ? 0 : (second[before] as number)
    x = first[index] as number
    y = second[index] as number
    sumX = sumX - oldX + x
    sumXX = sumXX - oldX * oldX + x * x
    sumXY = sumXY - oldX * oldY + x * y
    sumY = sumY - oldY + y
    sumYY = sumYY - oldY * oldY + y * y
    spreadX = sumXX - quotient(sumX * sumX, head, tail)
    spread = spreadX * (sumYY - (sumY * sumY) / span)
    output[index] =
      spread >= 1e-14 && spreadX > 1e-200
        ? (sumXY - (sumX * sumY) / span) / Math.sqrt(spread)
        : share(sumX, sumY, sumXX, sumYY, sumXY, span)
    if (++index === end) break
    before++
    oldX = before < 0 ? 0 : (first[before] as number)
    oldY = before < 0 ? 0 : (second[before] as number)
    x = first[index] as number
    y = second[index] as number
    sumX = sumX - oldX + x
    sumXX = sumXX - oldX * oldX + x * x
    sumXY = sumXY - oldX * oldY + x * y
    sumY = sumY - oldY + y
    sumYY = sumYY - oldY * oldY + y * y
    spreadX = sumXX - quotient(sumX * sumX, head, tail)
    spread = spreadX * (sumYY - (sumY * sumY) / span)
    output[index] =
      spread >= 1e-14 && spreadX > 1e-200
        ? (sumXY - (sumX * sumY) / span) / Math.sqrt(spread)
        : share(sumX, sumY, sumXX, sumYY, sumXY, span)
  }
  state[0] = sumX
  state[1] = sumY
  state[2] = sumXX
  state[3] = sumYY
  state[4] = sumXY
}

/** The correlation from its sums. */
function share(
  sumX: number,
  sumY: number,
  sumXX: number,
  sumYY: number,
  sumXY: number,
  span: number,
): number {
  const spread = (sumXX - (sumX * sumX) / span) * (sumYY - (sumY * sumY) / span)
  return spread < 1e-14 ? 0 : (sumXY - (sumX * sumY) / span) / Math.sqrt(spread)
}

/** Index of the first value of `correl`. */
export function correlLookback(options: CorrelOptions = {}): number {
  return correlKernel(options).lookback
}

/**
 * Pearson's correlation of two columns over the last `period` bars.
 *
 * - Input: `first[n]`, `second[n]`, oldest first.
 * - Output: `Float64Array[n]`, -1 to 1, 0 where a column is flat; the first `period - 1` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CORREL`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 1 to 100,000
 * @example
 * correl([1, 2, 3], [2, 4, 3], { period: 2 }) // [NaN, 1, -1]
 */
export function correl(first: Column, second: Column, options: CorrelOptions = {}): Float64Array {
  return compute(correlKernel, [first, second], options)
}

/** The stream form of `correl`. */
export function createCorrel(options: CorrelOptions = {}): PairStream {
  return createStream(correlKernel(options), 2, options)
}
