import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { Stream1 } from '../framework/stream.ts'
import { gainLossSeries } from './gain-loss.ts'

export type ConnorsRsiOptions = IndicatorOptions & {
  /** Bars of the RSI of the price, 2 to 100,000. @default 3 */
  period?: number | undefined
  /** Bars of the RSI of the streak, 2 to 100,000. @default 2 */
  streakPeriod?: number | undefined
  /** Returns that the last one is ranked among, 1 to 100,000. @default 100 */
  rankPeriod?: number | undefined
}

/** The loop with its parameters bound. */
export function connorsRsiKernel({
  period = 3,
  streakPeriod = 2,
  rankPeriod = 100,
}: ConnorsRsiOptions): Kernel {
  integer('period', period, 2)
  integer('streakPeriod', streakPeriod, 2)
  integer('rankPeriod', rankPeriod, 1)
  const priceRsi = gainLossSeries(period, false)
  const streakRsi = gainLossSeries(streakPeriod, false)
  const lookback = Math.max(priceRsi.lookback, streakRsi.lookback, rankPeriod + 1)
  const state = new Float64Array(1)
  return {
    lookback,
    window: Math.max(priceRsi.window, streakRsi.window, rankPeriod + 1),
    states: [state, ...priceRsi.states, ...streakRsi.states],
    scratch: slidingScratch(3),
    run(inputs, outputs, start, end) {
      const values = inputs[0]
      const output = outputs[0]
      const streaks = outputs[1]
      const runs = outputs[2]
      const returns = outputs[3]
      let streak = state[0] as number
      if (start === 0 && end > 0) streaks[0] = 0
      for (let index = later(start, 1); index < end; index++) {
        const before = values[index - 1] as number
        const change = (values[index] as number) - before
        streak = change > 0 ? (streak > 0 ? streak + 1 : 1) : change < 0 ? (streak < 0 ? streak - 1 : -1) : 0
        streaks[index] = streak
        returns[index] = before === 0 ? 0 : change / before
      }
      state[0] = streak
      priceRsi.step(values, output, start, end)
      streakRsi.step(streaks, runs, start, end)
      for (let index = later(start, lookback); index < end; index++) {
        const last = returns[index] as number
        let fewer = 0
        for (let back = 1; back <= rankPeriod; back++) if ((returns[index - back] as number) < last) fewer++
        output[index] = ((output[index] as number) + (runs[index] as number) + (fewer / rankPeriod) * 100) / 3
      }
    },
  }
}

/** Index of the first value of `connorsRsi`. */
export function connorsRsiLookback(options: ConnorsRsiOptions = {}): number {
  return connorsRsiKernel(options).lookback
}

/**
 * Connors RSI: the mean of the RSI of the price, the RSI of the run of rises or falls, and the rank of the last return.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, 0 to 100; NaN until the longest of the three is full.
 * - Cost: O(n * rankPeriod), four allocations.
 * - Source: L. Connors and C. Alvarez, "An Introduction to ConnorsRSI" (2012): the rank counts the returns that were less.
 *   TradingView's `ta.percentrank` counts equal ones, too.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 */
export function connorsRsi(values: Column, options: ConnorsRsiOptions = {}): Float64Array {
  return compute(connorsRsiKernel, [values], options)
}

/** The stream form of `connorsRsi`. */
export function createConnorsRsi(options: ConnorsRsiOptions = {}): Stream1 {
  return createStream(connorsRsiKernel(options), 1, options)
}
