import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { IndicatorStream } from '../framework/stream.ts'

export type ImiOptions = IndicatorOptions & {
  /** Bars looked at, 2 to 100,000. @default 14 */
  period?: number | undefined
  /** More bars looked at, as TA-Lib has it. @default 0 */
  unstablePeriod?: number | undefined
}

/** The loop with its parameters bound. */
export function imiKernel({ period = 14, unstablePeriod = 0 }: ImiOptions): Kernel {
  integer('period', period, 2)
  const lookback = period - 1 + integer('unstablePeriod', unstablePeriod, 0)
  return {
    lookback,
    window: lookback,
    states: [],
    scratch: slidingScratch(2),
    run(inputs, outputs, start, end) {
      splitBodies(inputs[0], inputs[1], outputs[1], outputs[2], start, end)
      weigh(lookback, outputs[1], outputs[2], outputs[0], later(start, lookback), end)
    },
  }
}

/** The bodies of white candles, and of black ones. */
function splitBodies(
  open: Float64Array,
  close: Float64Array,
  white: Float64Array,
  black: Float64Array,
  start: number,
  end: number,
): void {
  for (let index = start; index < end; index++) {
    const change = (close[index] as number) - (open[index] as number)
    // Which colour it is is multiplied in, not branched on, for markets are hard to predict.
    let rise = +(change > 0) * change
    let fall = rise - change
    if (Number.isNaN(fall)) {
      const isWhite = change > 0
      rise = isWhite ? change : 0
      fall = isWhite ? 0 : -change
    }
    white[index] = rise
    black[index] = fall
  }
}

/** The share of white bodies. Summed afresh for every bar, as a running sum would round differently. */
function weigh(
  lookback: number,
  white: Float64Array,
  black: Float64Array,
  output: Float64Array,
  start: number,
  end: number,
): void {
  for (let index = start; index < end; index++) {
    let up = 0
    let down = 0
    for (let at = index - lookback; at <= index; at++) {
      up += white[at] as number
      down += black[at] as number
    }
    output[index] = 100 * (up / (up + down))
  }
}

/** Index of the first value of `imi`: `period - 1 + unstablePeriod`. */
export function imiLookback(options: ImiOptions = {}): number {
  return imiKernel(options).lookback
}

/**
 * Intraday momentum index: the bodies of white candles as a share of all bodies.
 *
 * - Input: `open[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`, 0 to 100; NaN before `imiLookback`, and where no candle has a body.
 * - Cost: O(n * period), one allocation.
 * - Parity: TA-Lib `IMI`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000
 * @example
 * imi([1, 2], [2, 1], { period: 2 }) // [NaN, 50]
 */
export function imi(open: Column, close: Column, options: ImiOptions = {}): Float64Array {
  return compute(imiKernel, [open, close], options)
}

/** The stream form of `imi`. */
export function createImi(options: ImiOptions = {}): IndicatorStream<[open: number, close: number]> {
  return createStream(imiKernel(options), 2, options)
}
