import { AverageStream, wilder } from '../framework/average-stream.ts'
import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { Profile } from '../framework/profile.ts'
import type { Stream1 } from '../framework/stream.ts'
import { gainLossKernel } from './gain-loss.ts'

export type RsiOptions = IndicatorOptions & {
  /** Bars that the averages of gains and losses cover, 2 to 100,000. @default 14 */
  period?: number | undefined
  /** Leading values to hide while the seed fades. @default 0 */
  unstablePeriod?: number | undefined
  /** `tradingview` gives 100 where nothing moved, not 0. @default 'talib-0.6.4' */
  profile?: Profile | undefined
}

/** The loop with its parameters bound. */
export function rsiKernel({ period = 14, unstablePeriod = 0, profile }: RsiOptions) {
  return gainLossKernel(
    integer('period', period, 2),
    false,
    integer('unstablePeriod', unstablePeriod, 0),
    profile === 'tradingview' ? 100 : 0,
  )
}

/** Index of the first value of `rsi`: `period + unstablePeriod`. */
export function rsiLookback(options: RsiOptions = {}): number {
  return rsiKernel(options).lookback
}

/**
 * Relative strength index: the share of gains in all moves of the last bars, smoothed as Wilder does.
 *
 * - Input: `values[n]`, oldest first, any unit.
 * - Output: `Float64Array[n]`, 0 to 100; the first `period` slots are NaN; 0 where nothing moved.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `RSI`, to the bit. TradingView's `ta.rsi` has the same seed, and 100 where nothing moved.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000
 * @example
 * rsi([1, 2, 3, 2], { period: 2 }) // [NaN, NaN, 100, 50]
 */
export function rsi(values: Column, options: RsiOptions = {}): Float64Array {
  return compute(rsiKernel, [values], options)
}

/** The stream form of `rsi`. */
export function createRsi(options: RsiOptions = {}): Stream1 {
  const kernel = rsiKernel(options)
  if (options.nan === 'reset') return createStream(kernel, 1, options)
  const { period = 14, unstablePeriod = 0, profile } = options
  const flat = profile === 'tradingview' ? 100 : 0
  // Less than this is no move.
  const least = flat > 0 ? Number.MIN_VALUE : 1e-14
  return new AverageStream(
    period,
    unstablePeriod,
    0,
    // Half of a size and its change is the gain or 0, to the bit: nothing to branch on, for markets are hard to predict.
    (value, _b, _last, previous) => (Math.abs(value - previous) + (value - previous)) * 0.5,
    (value, _b, _last, previous) => (Math.abs(value - previous) - (value - previous)) * 0.5,
    wilder(period),
    (gain, loss) => (gain + loss < least ? flat : 100 * (gain / (gain + loss))),
  )
}
