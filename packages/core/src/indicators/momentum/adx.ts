import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { Profile } from '../framework/profile.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'
import { directionalKernel } from './directional.ts'
import { directionalTradingview } from './directional-tradingview.ts'
import { averageOn } from './strength-on.ts'

export type AdxOptions = IndicatorOptions & {
  /** Bars of Wilder's sums, 2 to 100,000. @default 14 */
  period?: number | undefined
  /** Leading values to hide while the seed fades. @default 0 */
  unstablePeriod?: number | undefined
  /** `tradingview` seeds movements and ranges with the mean of the first `period`. @default 'talib-0.6.4' */
  profile?: Profile | undefined
}

/** The loop with its parameters bound. */
export function adxKernel({ period = 14, unstablePeriod = 0, profile }: AdxOptions): Kernel {
  integer('period', period, 2)
  const hidden = integer('unstablePeriod', unstablePeriod, 0)
  return profile === 'tradingview'
    ? directionalTradingview(period, 'average', hidden)
    : directionalKernel(period, 2 * period - 1, hidden, averageOn, true)
}

/** Index of the first value of `adx`: `2 * period - 1 + unstablePeriod`. */
export function adxLookback(options: AdxOptions = {}): number {
  return adxKernel(options).lookback
}

/**
 * Average directional movement index: Wilder's average of DX, the strength of a trend.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`, 0 to 100; NaN before `adxLookback`.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `ADX`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000, or the columns differ in length
 * @example
 * adx(high, low, close, { period: 14 })
 */
export function adx(high: Column, low: Column, close: Column, options: AdxOptions = {}): Float64Array {
  return compute(adxKernel, [high, low, close], options)
}

/** The stream form of `adx`. */
export function createAdx(options: AdxOptions = {}): HighLowCloseStream {
  return createStream(adxKernel(options), 3, options)
}
