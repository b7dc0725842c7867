import type { Column, Columns, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'

export type CciOptions = IndicatorOptions & {
  /** Bars looked at, 2 to 100,000. @default 14 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function cciKernel({ period = 14 }: CciOptions): Kernel {
  integer('period', period, 2)
  const lookback = period - 1
  // TA-Lib sums a ring of prices from its first slot on: the slot of the next price, once the ring is nearly full.
  const state = new Float64Array([lookback])
  return {
    lookback,
    window: period,
    states: [state],
    scratch: slidingScratch(1),
    run: (inputs, outputs, start, end) => deviate(state, period, lookback, inputs, outputs, start, end),
  }
}

// Not a closure: V8 then compiles it once for all kernels, with unboxed numbers.
function deviate(
  state: Float64Array,
  period: number,
  lookback: number,
  inputs: Columns,
  outputs: Columns,
  start: number,
  end: number,
): void {
  const output = outputs[0]
  const prices = outputs[1]
  averagePrices(inputs[0], inputs[1], inputs[2], prices, start, end)
  const first = later(start, lookback)
  let slot = (state[0] as number) | 0
  for (let index = first; index < end; ) {
    // Four bars must fit on the ring: at its end some are gone over once more.
    const back = later(slot + 4 - period, 0)
    if (period > 3 && index - back >= first && index + 3 - back < end) {
      deviateFour(prices, output, period, index - back, slot - back)
      slot += 4 - back
      index += 4 - back
    } else deviateOne(prices, output, period, index++, slot++)
    if (slot === period) slot = 0
  }
  state[0] = slot
}

// Four bars a round, for V8 looks every column up again in each round.
function averagePrices(
  high: Float64Array,
  low: Float64Array,
  close: Float64Array,
  prices: Float64Array,
  start: number,
  end: number,
): void {
  for (let index = start; index < end; index++) {
    prices[index] = ((high[index] as number) + (low[index] as number) + (close[index] as number)) / 3
    if (++index === end) break
    prices[index] = ((high[index] as number) + (low[index] as number) + (close[index] as number)) / 3
    if (++index === end) break
    prices[index] = ((high[index] as number) + (low[index] as number) + (close[index] as number)) / 3
    if (++index === end) break
    prices[index] = ((high[index] as number) + (low[index] as number) + (close[index] as number)) / 3
  }
}

/**
 * The value at `index`. TA-Lib sums its ring of prices from slot 0 on: the newest `slot + 1` prices before the older ones.
 */
function deviateOne(
  prices: Float64Array,
  output: Float64Array,
  period: number,
  index: number,
  slot: number,
): void {
  const newest = index - slot
  const oldest = index - period + 1
  let average = 0
  for (let at = newest; at <= index; at++) average += prices[at] as number
  for (let at = oldest; at < newest; at++) average += prices[at] as number
  average /= period
  let distance = 0
  for (let at = newest; at <= index; at++) distance += Math.abs((prices[at] as number) - average)
  for (let at = oldest; at < newest; at++) distance += Math.abs((prices[at] as number) - average)
  output[index] = share(prices[index] as number, average, distance, period)
}

/**
 * The values at `index` and the three bars after it, which all fit on the ring. A sum waits only for its own additions, so four at a time take about the time of one.
 */
function deviateFour(
  prices: Float64Array,
  output: Float64Array,
  period: number,
  index: number,
  slot: number,
): void {
  const newest = index - slot
  const common = index - period + 4
  // Three older prices that only some of the windows still hold, and the three newer ones that only some hold already.
  const u = prices[common - 3] as number
  const v = prices[common - 2] as number
  const w = prices[common - 1] as number
  const x = prices[index + 1] as number
  const y = prices[index + 2] as number
  const z = prices[index + 3] as number
  let head = 0
  for (let at = newest; at <= index; at++) head += prices[at] as number
  let a = head + u + v + w
  let b = head + x + v + w
  let c = head + x + y + w
  let d = head + x + y + z
  for (let at = common; at < newest; at++) {
    const price = prices[at] as number
    a += price
    b += price
    c += price
    d += price
  }
  a /= period
  b /= period
  c /= period
  d /= period
  let p = 0
  let q = 0
  let r = 0
  let s = 0
  for (let at = newest; at <= index; at++) {
    const price = prices[at] as number
    p += Math.abs(price - a)
    q += Math.abs(price - b)
    r += Math.abs(price - c)
    s += Math.abs(price - d)
  }
  p = p + Math.abs(u - a) + Math.abs(v - a) + Math.abs(w - a)
  q = q + Math.abs(x - b) + Math.abs(v - b) + Math.abs(w - b)
  r = r + Math.abs(x - c) + Math.abs(y - c) + Math.abs(w - c)
  s = s + Math.abs(x - d) + Math.abs(y - d) + Math.abs(z - d)
  for (let at = common; at < newest; at++) {
    const price = prices[at] as number
    p += Math.abs(price - a)
    q += Math.abs(price - b)
    r += Math.abs(price - c)
    s += Math.abs(price - d)
  }
  output[index] = share(prices[index] as number, a, p, period)
  output[index + 1] = share(x, b, q, period)
  output[index + 2] = share(y, c, r, period)
  output[index + 3] = share(z, d, s, period)
}

function share(price: number, average: number, distance: number, period: number): number {
  const above = price - average
  return above !== 0 && distance !== 0 ? above / (0.015 * (distance / period)) : 0
}

/** Index of the first value of `cci`: `period - 1`. */
export function cciLookback(options: CciOptions = {}): number {
  return cciKernel(options).lookback
}

/**
 * Commodity channel index: how many mean deviations the typical price is from its average.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`, mostly -100 to 100; the first `period - 1` slots are NaN; 0 where prices are flat.
 * - Cost: O(n * period), two allocations.
 * - Parity: TA-Lib `CCI`, to the bit; its order of summation takes O(period) a bar.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000, or the columns differ in length
 * @example
 * cci(high, low, close, { period: 20 })
 */
export function cci(high: Column, low: Column, close: Column, options: CciOptions = {}): Float64Array {
  return compute(cciKernel, [high, low, close], options)
}

/** The stream form of `cci`. */
export function createCci(options: CciOptions = {}): HighLowCloseStream {
  return createStream(cciKernel(options), 3, options)
}
