import type { Column, Columns, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { real } from '../framework/parameter.ts'
import type { Profile } from '../framework/profile.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'
import { rangeKernel } from '../volatility/atr.ts'

const names = ['value', 'direction'] as const

export type AtrStopOutput = (typeof names)[number]

export type AtrStopOptions = IndicatorOptions<Named<AtrStopOutput>> & {
  /** Bars of the average true range, 1 to 100,000. @default 21 */
  period?: number | undefined
  /** Average true ranges between the close and the stop, from 0. @default 3 */
  multiplier?: number | undefined
  /** `tradingview` takes the first bar's range into the average true range; see `atr`. @default 'talib-0.6.4' */
  profile?: Profile | undefined
}

/** The loop with its parameters bound. */
export function atrStopKernel(options: AtrStopOptions): Kernel {
  const { period = 21, profile } = options
  const range = rangeKernel({ period, ...(profile && { profile }) })
  const { states, follow } = trail(options, range.lookback)
  return {
    lookback: range.lookback,
    window: 1,
    states: [...range.states, ...states],
    run(inputs, outputs, start, end) {
      range.run(inputs, outputs, start, end)
      follow(inputs[2], outputs[0], outputs, start, end)
    },
  }
}

/** The same over the average true range, which is the fourth input. */
export function atrStopOver(options: AtrStopOptions, lookback: number): Kernel {
  const { states, follow } = trail(options, lookback)
  return {
    lookback,
    window: 1,
    states,
    run: (inputs, outputs, start, end) => follow(inputs[2], inputs[3], outputs, start, end),
  }
}

function trail({ multiplier = 3 }: AtrStopOptions, lookback: number) {
  real('multiplier', multiplier, 0)
  const state = new Float64Array(2)
  return {
    states: [state],
    follow(close: Float64Array, range: Float64Array, outputs: Columns, start: number, end: number): void {
      const value = outputs[0]
      const direction = outputs[1]
      let stop = state[0] as number
      let trend = state[1] as number
      for (let index = later(start, lookback); index < end; index++) {
        const last = close[index] as number
        const reach = multiplier * (range[index] as number)
        if (trend === 0) trend = last >= (close[index - 1] as number) ? 1 : -1
        else if (trend > 0 ? last < stop : last > stop) trend = -trend
        else if (trend > 0 ? last - reach <= stop : last + reach >= stop) {
          value[index] = stop
          direction[index] = trend
          continue
        }
        stop = last - trend * reach
        value[index] = stop
        direction[index] = trend
      }
      state[0] = stop
      state[1] = trend
    },
  }
}

/** Index of the first value of `atrStop`. */
export function atrStopLookback(options: AtrStopOptions = {}): number {
  return atrStopKernel(options).lookback
}

/**
 * Average true range trailing stop: follows the close at a distance and only closer, until the close crosses it.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `value` in price units and `direction`, 1 below and -1 above the price, `Float64Array[n]` each; the first `period` slots are NaN.
 * - Cost: O(n), two allocations.
 * - Source: S. Vervoort, "Average True Range Trailing Stops", Stocks & Commodities V. 27:6 (2009); side at first and
 *   defaults of Stock.Indicators' `GetAtrStop`. The stop of J. W. Wilder's volatility system (1978) is another: it
 *   hangs from the best close of the trade and gives way when ranges widen.
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function atrStop(
  high: Column,
  low: Column,
  close: Column,
  options: AtrStopOptions = {},
): Named<AtrStopOutput> {
  return computeNamed(atrStopKernel, names, [high, low, close], options)
}

/** The stream form of `atrStop`. */
export function createAtrStop(
  options: AtrStopOptions = {},
): HighLowCloseStream<Record<AtrStopOutput, number>> {
  return createNamedStream(atrStopKernel(options), names, 3, options)
}
