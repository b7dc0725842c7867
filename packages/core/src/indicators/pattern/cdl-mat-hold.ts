import type { Column } from '../framework/column.ts'
import { real } from '../framework/parameter.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, bodyGapsUp, type CandleOptions, isWhite, lowerEnd, upperEnd } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

export type CdlMatHoldOptions = CandleOptions & {
  /** Share of the first body that the small candles may give back, from 0. @default 0.5 */
  penetration?: number
}

/** The loop with its parameters bound. */
export function cdlMatHoldKernel(options: CdlMatHoldOptions) {
  const penetration = real('penetration', options.penetration ?? 0.5, 0)
  return candleKernel(
    options,
    [
      ['bodyLong', 4],
      ['bodyShort', 3],
      ['bodyShort', 2],
      ['bodyShort', 1],
    ],
    4,
    (open, high, _low, close, found, start, end, base, averages) => {
      const bodyLong4 = averages[0]
      const bodyShort3 = averages[1]
      const bodyShort2 = averages[2]
      const bodyShort1 = averages[3]
      for (let i = start; i < end; i++) {
        found[i] =
          isWhite(open, close, i - 4) &&
          !isWhite(open, close, i - 3) &&
          isWhite(open, close, i) &&
          bodyGapsUp(open, close, i - 3, i - 4) &&
          lowerEnd(open, close, i - 2) < (close[i - 4] as number) &&
          lowerEnd(open, close, i - 1) < (close[i - 4] as number) &&
          lowerEnd(open, close, i - 2) > (close[i - 4] as number) - body(open, close, i - 4) * penetration &&
          lowerEnd(open, close, i - 1) > (close[i - 4] as number) - body(open, close, i - 4) * penetration &&
          upperEnd(open, close, i - 2) < (open[i - 3] as number) &&
          upperEnd(open, close, i - 1) < upperEnd(open, close, i - 2) &&
          (open[i] as number) > (close[i - 1] as number) &&
          (close[i] as number) > (high[i - 3] as number) &&
          (close[i] as number) > (high[i - 2] as number) &&
          (close[i] as number) > (high[i - 1] as number) &&
          body(open, close, i - 4) > (bodyLong4[i - base] as number) &&
          body(open, close, i - 3) < (bodyShort3[i - base] as number) &&
          body(open, close, i - 2) < (bodyShort2[i - base] as number) &&
          body(open, close, i - 1) < (bodyShort1[i - base] as number)
            ? 100
            : 0
      }
    },
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
  return computePattern(cdlMatHoldKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlMatHold`. */
export function createCdlMatHold(options: CdlMatHoldOptions = {}): CandleStream {
  return createPatternStream(cdlMatHoldKernel(options), options)
}
