import type { Column } from '../framework/column.ts'
import { real } from '../framework/parameter.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, bodyGapsDown, type CandleOptions, isWhite } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

export type CdlMorningStarOptions = CandleOptions & {
  /** Share of the first body that the last candle must reach into, from 0. @default 0.3 */
  penetration?: number
}

/** The loop with its parameters bound. */
export function cdlMorningStarKernel(options: CdlMorningStarOptions) {
  const penetration = real('penetration', options.penetration ?? 0.3, 0)
  return candleKernel(
    options,
    [
      ['bodyLong', 2],
      ['bodyShort', 1],
      ['bodyShort', 0],
    ],
    2,
    (open, _high, _low, close, found, start, end, base, averages) => {
      const bodyLong2 = averages[0]
      const bodyShort1 = averages[1]
      const bodyShort0 = averages[2]
      for (let i = start; i < end; i++) {
        // The colours at once, as one question that is seldom true, rather than two that are true half of the time.
        const turns = +!isWhite(open, close, i - 2) & +isWhite(open, close, i)
        found[i] =
          turns === 1 &&
          (close[i] as number) > (close[i - 2] as number) + body(open, close, i - 2) * penetration &&
          bodyGapsDown(open, close, i - 1, i - 2) &&
          body(open, close, i - 2) > (bodyLong2[i - base] as number) &&
          body(open, close, i - 1) <= (bodyShort1[i - base] as number) &&
          body(open, close, i) > (bodyShort0[i - base] as number)
            ? 100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlMorningStar` judges: 2 more than the longest of its settings' periods. */
export function cdlMorningStarLookback(options: CdlMorningStarOptions = {}): number {
  return cdlMorningStarKernel(options).lookback
}

/**
 * Morning Star: a long black candle, a short one gapping down, and a white one that closes well within the first.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern (bullish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLMORNINGSTAR`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a parameter or setting is out of range
 * @example
 * cdlMorningStar(open, high, low, close)
 */
export function cdlMorningStar(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CdlMorningStarOptions = {},
): Float64Array {
  return computePattern(cdlMorningStarKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlMorningStar`. */
export function createCdlMorningStar(options: CdlMorningStarOptions = {}): CandleStream {
  return createPatternStream(cdlMorningStarKernel(options), options)
}
