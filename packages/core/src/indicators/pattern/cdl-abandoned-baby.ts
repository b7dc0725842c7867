import type { Column } from '../framework/column.ts'
import { real } from '../framework/parameter.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, type CandleOptions, isWhite } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

export type CdlAbandonedBabyOptions = CandleOptions & {
  /** Share of the first body that the last candle must reach into, from 0. @default 0.3 */
  penetration?: number
}

/** The loop with its parameters bound. */
export function cdlAbandonedBabyKernel(options: CdlAbandonedBabyOptions) {
  const penetration = real('penetration', options.penetration ?? 0.3, 0)
  return candleKernel(
    options,
    [
      ['bodyLong', 2],
      ['bodyDoji', 1],
      ['bodyShort', 0],
    ],
    2,
    (open, high, low, close, found, start, end, base, averages) => {
      const bodyLong2 = averages[0]
      const bodyDoji1 = averages[1]
      const bodyShort0 = averages[2]
      for (let i = start; i < end; i++) {
        found[i] =
          isWhite(open, close, i - 2) !== isWhite(open, close, i) &&
          (isWhite(open, close, i - 2)
            ? (low[i - 1] as number) > (high[i - 2] as number) &&
              (high[i] as number) < (low[i - 1] as number) &&
              (close[i] as number) < (close[i - 2] as number) - body(open, close, i - 2) * penetration
            : (high[i - 1] as number) < (low[i - 2] as number) &&
              (low[i] as number) > (high[i - 1] as number) &&
              (close[i] as number) > (close[i - 2] as number) + body(open, close, i - 2) * penetration) &&
          body(open, close, i - 2) > (bodyLong2[i - base] as number) &&
          body(open, close, i - 1) <= (bodyDoji1[i - base] as number) &&
          body(open, close, i) > (bodyShort0[i - base] as number)
            ? isWhite(open, close, i)
              ? 100
              : -100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlAbandonedBaby` judges: 2 more than the longest of its settings' periods. */
export function cdlAbandonedBabyLookback(options: CdlAbandonedBabyOptions = {}): number {
  return cdlAbandonedBabyKernel(options).lookback
}

/**
 * Abandoned Baby: a long candle, a doji apart from both its neighbours, and a candle of the other colour that closes well within the first.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLABANDONEDBABY`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a parameter or setting is out of range
 * @example
 * cdlAbandonedBaby(open, high, low, close)
 */
export function cdlAbandonedBaby(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CdlAbandonedBabyOptions = {},
): Float64Array {
  return computePattern(cdlAbandonedBabyKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlAbandonedBaby`. */
export function createCdlAbandonedBaby(options: CdlAbandonedBabyOptions = {}): CandleStream {
  return createPatternStream(cdlAbandonedBabyKernel(options), options)
}
