import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { Profile } from '../framework/profile.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'
import { directionalKernel } from './directional.ts'
import { directionalTradingview } from './directional-tradingview.ts'
import { indexOn } from './strength-on.ts'

export type DxOptions = IndicatorOptions & {
  /** Bars of Wilder's sums, 2 to 100,000. @default 14 */
  period?: number | undefined
  /** Leading values to hide while the seed fades. @default 0 */
  unstablePeriod?: number | undefined
  /** `tradingview` seeds movements and ranges with the mean of the first `period`. @default 'talib-0.6.4' */
  profile?: Profile | undefined
}

/** The loop with its parameters bound. */
export function dxKernel({ period = 14, unstablePeriod = 0, profile }: DxOptions): Kernel {
  integer('period', period, 2)
  const hidden = integer('unstablePeriod', unstablePeriod, 0)
  return profile === 'tradingview'
    ? directionalTradingview(period, 'index', hidden)
    : directionalKernel(period, period, hidden, indexOn)
}

/** Index of the first value of `dx`: `period + unstablePeriod`. */
export function dxLookback(options: DxOptions = {}): number {
  return dxKernel(options).lookback
}

/**
 * Directional movement index: the distance between the two directional indicators as a share of their sum.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`, 0 to 100; NaN before `dxLookback`; the value before where nothing moved.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `DX`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000, or the columns differ in length
 * @example
 * dx(high, low, close, { period: 14 })
 */
export function dx(high: Column, low: Column, close: Column, options: DxOptions = {}): Float64Array {
  return compute(dxKernel, [high, low, close], options)
}

/** The stream form of `dx`. */
export function createDx(options: DxOptions = {}): HighLowCloseStream {
  return createStream(dxKernel(options), 3, options)
}
