import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import type { CandleOptions } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, closeAt, openAt } from './candles.ts'

/** The loop with its parameters bound. */
export function cdlHomingPigeonKernel(options: CandleOptions) {
  const bodyLong1 = new Average(options, 'bodyLong', 1)
  const bodyShort0 = new Average(options, 'bodyShort', 0)
  return candleKernel(
    1,
    [bodyLong1, bodyShort0],
    ['bb', { longer: bodyLong1 }, { atMost: bodyShort0 }],
    (i) =>
      100 &
      -(
        +(openAt(i) < openAt(i - 1)) &
        +(closeAt(i) > closeAt(i - 1)) &
        +(body(i - 1) > bodyLong1.at(i)) &
        +(body(i) <= bodyShort0.at(i))
      ),
  )
}

/** Index of the first candle that `cdlHomingPigeon` judges: 1 more than the longest of its settings' periods. */
export function cdlHomingPigeonLookback(options: CandleOptions = {}): number {
  return cdlHomingPigeonKernel(options).lookback
}

/**
 * Homing Pigeon: a short black body within the long black body before.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern (bullish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLHOMINGPIGEON`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlHomingPigeon(open, high, low, close)
 */
export function cdlHomingPigeon(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlHomingPigeonKernel, open, high, low, close, options)
}

/** The stream form of `cdlHomingPigeon`. */
export function createCdlHomingPigeon(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlHomingPigeonKernel(options), options)
}
