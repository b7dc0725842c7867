import type { Column } from '../framework/column.ts'
import { real } from '../framework/parameter.ts'
import type { CandleStream } from '../framework/stream.ts'
import type { CandleOptions } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, bodyGapsUp, closeAt, highAt, lowerEnd, openAt, upperEnd } from './candles.ts'

export type CdlMatHoldOptions = CandleOptions & {
  /** Share of the first body that the small candles may give back, from 0. @default 0.5 */
  penetration?: number
}

/** The loop with its parameters bound. */
export function cdlMatHoldKernel(options: CdlMatHoldOptions) {
  const penetration = real('penetration', options.penetration ?? 0.5, 0)
  const bodyLong4 = new Average(options, 'bodyLong', 4)
  const bodyShort3 = new Average(options, 'bodyShort', 3)
  const bodyShort2 = new Average(options, 'bodyShort', 2)
  const bodyShort1 = new Average(options, 'bodyShort', 1)
  return candleKernel(
    4,
    [bodyLong4, bodyShort3, bodyShort2, bodyShort1],
    ['wb??w', { longer: bodyLong4 }, { atMost: bodyShort3 }, { atMost: bodyShort2 }, { atMost: bodyShort1 }],
    (i) =>
      bodyGapsUp(i - 3, i - 4) &&
      lowerEnd(i - 2) < closeAt(i - 4) &&
      lowerEnd(i - 1) < closeAt(i - 4) &&
      lowerEnd(i - 2) > closeAt(i - 4) - body(i - 4) * penetration &&
      lowerEnd(i - 1) > closeAt(i - 4) - body(i - 4) * penetration &&
      upperEnd(i - 2) < openAt(i - 3) &&
      upperEnd(i - 1) < upperEnd(i - 2) &&
      openAt(i) > closeAt(i - 1) &&
      closeAt(i) > highAt(i - 3) &&
      closeAt(i) > highAt(i - 2) &&
      closeAt(i) > highAt(i - 1) &&
      body(i - 4) > bodyLong4.at(i) &&
      body(i - 3) < bodyShort3.at(i) &&
      body(i - 2) < bodyShort2.at(i) &&
      body(i - 1) < bodyShort1.at(i)
        ? 100
        : 0,
  )
}

/** Index of the first candle that `cdlMatHold` judges: 4 more than the longest of its settings' periods. */
export function cdlMatHoldLookback(options: CdlMatHoldOptions = {}): number {
  return cdlMatHoldKernel(options).lookback
}

/**
 * Mat Hold: a long white candle, three small ones that give little of it back, and a white one above them.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern (bullish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLMATHOLD`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a parameter or setting is out of range
 * @example
 * cdlMatHold(open, high, low, close)
 */
export function cdlMatHold(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CdlMatHoldOptions = {},
): Float64Array {
  return computePattern(cdlMatHoldKernel, open, high, low, close, options)
}

/** The stream form of `cdlMatHold`. */
export function createCdlMatHold(options: CdlMatHoldOptions = {}): CandleStream {
  return createPatternStream(cdlMatHoldKernel(options), options)
}
