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

export type SupertrendOutput = (typeof names)[number]

export type SupertrendOptions = IndicatorOptions<Named<SupertrendOutput>> & {
  /** Bars of the average true range, 1 to 100,000. @default 10 */
  period?: number | undefined
  /** Average true ranges between the middle of a bar and its bands, from 0. @default 3 */
  multiplier?: number | undefined
  /** `tradingview` begins falling, and takes the first bar's range into the average true range. @default 'talib-0.6.4' */
  profile?: Profile | undefined
}

/** The loop with its parameters bound. */
export function supertrendKernel(options: SupertrendOptions): Kernel {
  const { period = 10, profile } = options
  const range = rangeKernel({ period, ...(profile && { profile }) })
  const { states, follow } = trail(options, range.lookback)
  return {
    lookback: range.lookback,
    window: 1,
    states: [...range.states, ...states],
    run(inputs, outputs, start, end) {
      // The average true range goes where the value will be.
      range.run(inputs, outputs, start, end)
      follow(inputs, outputs[0], outputs, start, end)
    },
  }
}

/** The same over the average true range, which is the fourth input. */
export function supertrendOver(options: SupertrendOptions, lookback: number): Kernel {
  const { states, follow } = trail(options, lookback)
  return {
    lookback,
    window: 1,
    states,
    run: (inputs, outputs, start, end) => follow(inputs, inputs[3], outputs, start, end),
  }
}

function trail({ multiplier = 3, profile }: SupertrendOptions, lookback: number) {
  real('multiplier', multiplier, 0)
  // Final upper and lower band, direction.
  const state = new Float64Array(3)
  return {
    states: [state],
    follow(inputs: Columns, range: Float64Array, outputs: Columns, start: number, end: number): void {
      const high = inputs[0]
      const low = inputs[1]
      const close = inputs[2]
      const value = outputs[0]
      const direction = outputs[1]
      let upper = state[0] as number
      let lower = state[1] as number
      let trend = state[2] as number
      for (let index = later(start, lookback); index < end; index++) {
        const middle = ((high[index] as number) + (low[index] as number)) / 2
        const reach = multiplier * (range[index] as number)
        const last = close[index] as number
        if (index === lookback) {
          upper = middle + reach
          lower = middle - reach
          trend = profile === 'tradingview' || last <= middle ? -1 : 1
        } else {
          const before = close[index - 1] as number
          // A band only comes closer, until the close of the bar before was beyond it.
          if (middle + reach < upper || before > upper) upper = middle + reach
          if (middle - reach > lower || before < lower) lower = middle - reach
          if (trend < 0 ? last > upper : last < lower) trend = -trend
        }
        value[index] = trend < 0 ? upper : lower
        direction[index] = trend
      }
      state[0] = upper
      state[1] = lower
      state[2] = trend
    },
  }
}

/** Index of the first value of `supertrend`: that of `atr`. */
export function supertrendLookback(options: SupertrendOptions = {}): number {
  return supertrendKernel(options).lookback
}

/**
 * Supertrend: a trailing stop some average true ranges from the middle of the bar, which changes sides when crossed.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `{ value, direction }`, each `Float64Array[n]`: the stop in price units, and 1 (rising: the stop is below) or -1;
 *   NaN before `supertrendLookback`.
 * - Cost: O(n), two allocations.
 * - Source: O. Seban; the formula of `ta.supertrend` in TradingView's Pine Script reference, whose direction has the other
 *   sign.
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 * @example
 * const { value, direction } = supertrend(high, low, close, { period: 10, multiplier: 3 })
 */
export function supertrend(
  high: Column,
  low: Column,
  close: Column,
  options: SupertrendOptions = {},
): Named<SupertrendOutput> {
  return computeNamed(supertrendKernel, names, [high, low, close], options)
}

/** The stream form of `supertrend`. */
export function createSupertrend(
  options: SupertrendOptions = {},
): HighLowCloseStream<Record<SupertrendOutput, number>> {
  return createNamedStream(supertrendKernel(options), names, 3, options)
}
