import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { type Kernel, seriesKernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { Profile } from '../framework/profile.ts'
import type { Stream1 } from '../framework/stream.ts'
import { gainLossKernel } from './gain-loss.ts'
import { netMovesSeries } from './net-moves.ts'

export type CmoOptions = IndicatorOptions & {
  /** Bars that the averages of gains and losses cover, 2 to 100,000. @default 14 */
  period?: number | undefined
  /** Leading values to hide while the seed fades. @default 0 */
  unstablePeriod?: number | undefined
  /** `tradingview` takes plain sums of the last `period` moves, as T. Chande does. @default 'talib-0.6.4' */
  profile?: Profile | undefined
}

/** The loop with its parameters bound. */
export function cmoKernel({ period = 14, unstablePeriod = 0, profile }: CmoOptions): Kernel {
  integer('period', period, 2)
  const hidden = integer('unstablePeriod', unstablePeriod, 0)
  return profile === 'tradingview'
    ? seriesKernel(netMovesSeries(period), hidden)
    : gainLossKernel(period, true, hidden)
}

/** Index of the first value of `cmo`: `period + unstablePeriod`. */
export function cmoLookback(options: CmoOptions = {}): number {
  return cmoKernel(options).lookback
}

/**
 * Chande momentum oscillator: gains minus losses as a share of both, smoothed as Wilder does.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, -100 to 100; the first `period` slots are NaN; 0 where nothing moved (NaN with the tradingview profile).
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CMO`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000
 * @example
 * cmo([1, 2, 3, 2], { period: 2 }) // [NaN, NaN, 100, 0]
 */
export function cmo(values: Column, options: CmoOptions = {}): Float64Array {
  return compute(cmoKernel, [values], options)
}

/** The stream form of `cmo`. */
export function createCmo(options: CmoOptions = {}): Stream1 {
  return createStream(cmoKernel(options), 1, options)
}
