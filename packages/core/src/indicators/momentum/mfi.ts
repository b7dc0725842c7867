import type { Column, Columns, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { IndicatorStream } from '../framework/stream.ts'

export type MfiOptions = IndicatorOptions & {
  /** Bars looked at, 2 to 100,000. @default 14 */
  period?: number | undefined
  /** Leading values to hide while the seed fades. @default 0 */
  unstablePeriod?: number | undefined
}

/** The loop with its parameters bound. */
export function mfiKernel({ period = 14, unstablePeriod = 0 }: MfiOptions): Kernel {
  integer('period', period, 2)
  integer('unstablePeriod', unstablePeriod, 0)
  const state = new Float64Array(3)
  return {
    lookback: period + unstablePeriod,
    window: period,
    states: [state],
    scratch: slidingScratch(2),
    run: (inputs, outputs, start, end) => weigh(state, period, inputs, outputs, start, end),
  }
}

// Not a closure: V8 then compiles it once for all kernels, with unboxed numbers.
function weigh(
  state: Float64Array,
  period: number,
  inputs: Columns,
  outputs: Columns,
  start: number,
  end: number,
): void {
  const high = inputs[0]
  const low = inputs[1]
  const close = inputs[2]
  const volume = inputs[3]
  const output = outputs[0]
  const gains = outputs[1]
  const losses = outputs[2]
  let gained = state[0] as number
  let lost = state[1] as number
  let previous = state[2] as number
  let index = start
  if (index === 0 && end > 0) {
    previous = ((high[0] as number) + (low[0] as number) + (close[0] as number)) / 3
    gains[0] = losses[0] = 0
    index++
  }
  let price: number
  let change: number
  let flow: number
  let gain: number
  let loss: number
  let leaving: number
  let total: number
  // Four bars a round, for V8 looks every column up again in each round.
  for (; index < end; index++) {
    price = ((high[index] as number) + (low[index] as number) + (close[index] as number)) / 3
    change = price - previous
    previous = price
    // Which way the money flowed is multiplied in, not branched on, for markets are hard to predict.
    flow = Math.abs(change) > 0 ? price * (volume[index] as number) : 0
    gain = +(change > 0) * flow
    loss = flow - gain
    gains[index] = gain
    losses[index] = loss
    // Until the window is full nothing leaves it: the first place holds zeros.
    leaving = index > period ? index - period : 0
    gained = gained - (gains[leaving] as number) + gain
    lost = lost - (losses[leaving] as number) + loss
    total = gained + lost
    output[index] = total < 1 ? 0 : 100 * (gained / total)
    if (++index === end) break
    price = ((high[index] as number) + (low[index] as number) + (close[index] as number)) / 3
    change = price - previous
    previous = price
    flow = Math.abs(change) > 0 ? price * (volume[index] as number) : 0
    gain = +(change > 0) * flow
    loss = flow - gain
    gains[index] = gain
    losses[index] = loss
    leaving = index > period ? index - period : 0
    gained = gained - (gains[leaving] as number) + gain
    lost = lost - (losses[leaving] as number) + loss
    total = gained + lost
    output[index] = total < 1 ? 0 : 100 * (gained / total)
    if (++index === end) break
    price = ((high[index] as number) + (low[index] as number) + (close[index] as number)) / 3
    change = price - previous
    previous = price
    flow = Math.abs(change) > 0 ? price * (volume[index] as number) : 0
    gain = +(change > 0) * flow
    loss = flow - gain
    gains[index] = gain
    losses[index] = loss
    leaving = index > period ? index - period : 0
    gained = gained - (gains[leaving] as number) + gain
    lost = lost - (losses[leaving] as number) + loss
    total = gained + lost
    output[index] = total < 1 ? 0 : 100 * (gained / total)
    if (++index === end) break
    price = ((high[index] as number) + (low[index] as number) + (close[index] as number)) / 3
    change = price - previous
    previous = price
    flow = Math.abs(change) > 0 ? price * (volume[index] as number) : 0
    gain = +(change > 0) * flow
    loss = flow - gain
    gains[index] = gain
    losses[index] = loss
    leaving = index > period ? index - period : 0
    gained = gained - (gains[leaving] as number) + gain
    lost = lost - (losses[leaving] as number) + loss
    total = gained + lost
    output[index] = total < 1 ? 0 : 100 * (gained / total)
  }
  state[0] = gained
  state[1] = lost
  state[2] = previous
}

/** Index of the first value of `mfi`: `period + unstablePeriod`. */
export function mfiLookback(options: MfiOptions = {}): number {
  return mfiKernel(options).lookback
}

/**
 * Money flow index: the share of money that flowed on rising typical prices.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, `volume[n]`, oldest first.
 * - Output: `Float64Array[n]`, 0 to 100; the first `period` slots are NaN; 0 where less than 1 flowed.
 * - Cost: O(n), three allocations.
 * - Parity: TA-Lib `MFI`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000, or the columns differ in length
 * @example
 * mfi(high, low, close, volume, { period: 14 })
 */
export function mfi(
  high: Column,
  low: Column,
  close: Column,
  volume: Column,
  options: MfiOptions = {},
): Float64Array {
  return compute(mfiKernel, [high, low, close, volume], options)
}

/** The stream form of `mfi`. */
export function createMfi(
  options: MfiOptions = {},
): IndicatorStream<[high: number, low: number, close: number, volume: number]> {
  return createStream(mfiKernel(options), 4, options)
}
