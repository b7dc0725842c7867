import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { Profile } from '../framework/profile.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'
import { directionalKernel } from './directional.ts'
import { directionalTradingview } from './directional-tradingview.ts'
import { plusShareOn } from './movement-on.ts'

export type PlusDiOptions = IndicatorOptions & {
  /** Bars of Wilder's sums, 1 to 100,000. @default 14 */
  period?: number | undefined
  /** Leading values to hide while the seed fades. @default 0 */
  unstablePeriod?: number | undefined
  /** `tradingview` seeds movements and ranges with the mean of the first `period`. @default 'talib-0.6.4' */
  profile?: Profile | undefined
}

/** The loop with its parameters bound. */
export function plusDiKernel({ period = 14, unstablePeriod = 0, profile }: PlusDiOptions): Kernel {
  integer('period', period, 1)
  const hidden = integer('unstablePeriod', unstablePeriod, 0)
  return profile === 'tradingview'
    ? directionalTradingview(period, 'plus', hidden)
    : directionalKernel(period, period, hidden, plusShareOn)
}

/** Index of the first value of `plusDi`: `period + unstablePeriod`, and 1 for a period of 1. */
export function plusDiLookback(options: PlusDiOptions = {}): number {
  return plusDiKernel(options).lookback
}

/**
 * Plus directional indicator: upward movement as a share of true range.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`, 0 to 100 (0 to 1 for a period of 1, as TA-Lib has it); NaN before `plusDiLookback`.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `PLUS_DI`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 1 to 100,000, or the columns differ in length
 * @example
 * plusDi(high, low, close, { period: 14 })
 */
export function plusDi(high: Column, low: Column, close: Column, options: PlusDiOptions = {}): Float64Array {
  return compute(plusDiKernel, [high, low, close], options)
}

/** The stream form of `plusDi`. */
export function createPlusDi(options: PlusDiOptions = {}): HighLowCloseStream {
  return createStream(plusDiKernel(options), 3, options)
}
