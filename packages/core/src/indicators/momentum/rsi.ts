import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { type SeriesKernel, seriesKernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { isZero } from '../framework/zero.ts'

export type RsiOptions = IndicatorOptions & {
  /** Bars that the averages of gains and losses cover, 2 to 100,000. @default 14 */
  period?: number
  /** Leading values to hide while the seed fades. @default 0 */
  unstablePeriod?: number
}

/** The building block: Wilder's averages of gains and losses. */
export function rsiSeries(period: number): SeriesKernel {
  const state = new Float64Array(3)
  const kept = period - 1
  return {
    lookback: period,
    window: 0,
    states: [state],
    step(input, output, start, end) {
      let gain = state[0] as number
      let loss = state[1] as number
      let previous = state[2] as number
      let index = start
      if (index === 0 && end > 0) previous = input[index++] as number
      for (const seeded = Math.min(period + 1, end); index < seeded; index++) {
        const value = input[index] as number
        const change = value - previous
        previous = value
        if (change < 0) loss -= change
        else gain += change
        if (index === period) {
          loss /= period
          gain /= period
          const total = gain + loss
          output[index] = isZero(total) ? 0 : 100 * (gain / total)
        }
      }
      for (; index < end; index++) {
        const value = input[index] as number
        const change = value - previous
        previous = value
        loss *= kept
        gain *= kept
        if (change < 0) loss -= change
        else gain += change
        loss /= period
        gain /= period
        const total = gain + loss
        output[index] = isZero(total) ? 0 : 100 * (gain / total)
      }
      state[0] = gain
      state[1] = loss
      state[2] = previous
    },
  }
}

/** The loop with its parameters bound. */
export function rsiKernel({ period = 14, unstablePeriod = 0 }: RsiOptions) {
  return seriesKernel(rsiSeries(integer('period', period, 2)), integer('unstablePeriod', unstablePeriod, 0))
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
 * - Parity: TA-Lib `RSI`, to the bit; TradingView's `ta.rsi` has the same seed.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000
 * @example
 * rsi([1, 2, 3, 2], { period: 2 }) // [NaN, NaN, 100, 50]
 */
export function rsi(values: Column, options: RsiOptions = {}): Float64Array {
  return compute(rsiKernel(options), [values], options)
}

/** The stream form of `rsi`. */
export function createRsi(options: RsiOptions = {}): Stream1 {
  return createStream(rsiKernel(options), 1, options)
}
