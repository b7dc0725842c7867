import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, type CandleOptions, isWhite, lowerShadow, upperShadow } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlShortLineKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['bodyShort', 0],
      ['shadowShort', 0],
    ],
    0,
    (open, high, low, close, found, start, end, base, averages) => {
      const bodyShort0 = averages[0]
      const shadowShort0 = averages[1]
      for (let i = start; i < end; i++) {
        found[i] =
          body(open, close, i) < (bodyShort0[i - base] as number) &&
          upperShadow(open, high, close, i) < (shadowShort0[i - base] as number) &&
          lowerShadow(open, low, close, i) < (shadowShort0[i - base] as number)
            ? isWhite(open, close, i)
              ? 100
              : -100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlShortLine` judges: the longest of its settings' periods. */
export function cdlShortLineLookback(options: CandleOptions = {}): number {
  return cdlShortLineKernel(options).lookback
}

/**
 * Short Line Candle: a short body with short shadows.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 white, -100 black, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLSHORTLINE`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlShortLine(open, high, low, close)
 */
export function cdlShortLine(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlShortLineKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlShortLine`. */
export function createCdlShortLine(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlShortLineKernel(options), options)
}
