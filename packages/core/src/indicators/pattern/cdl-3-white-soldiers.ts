import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, type CandleOptions, isWhite, upperShadow } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdl3WhiteSoldiersKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['shadowVeryShort', 2],
      ['shadowVeryShort', 1],
      ['shadowVeryShort', 0],
      ['near', 2],
      ['near', 1],
      ['far', 2],
      ['far', 1],
      ['bodyShort', 0],
    ],
    2,
    (open, high, _low, close, found, start, end, base, averages) => {
      const shadowVeryShort2 = averages[0]
      const shadowVeryShort1 = averages[1]
      const shadowVeryShort0 = averages[2]
      const near2 = averages[3]
      const near1 = averages[4]
      const far2 = averages[5]
      const far1 = averages[6]
      const bodyShort0 = averages[7]
      for (let i = start; i < end; i++) {
        found[i] =
          isWhite(open, close, i - 2) &&
          isWhite(open, close, i - 1) &&
          isWhite(open, close, i) &&
          (close[i] as number) > (close[i - 1] as number) &&
          (close[i - 1] as number) > (close[i - 2] as number) &&
          (open[i - 1] as number) > (open[i - 2] as number) &&
          (open[i] as number) > (open[i - 1] as number) &&
          (open[i - 1] as number) <= (close[i - 2] as number) + (near2[i - base] as number) &&
          (open[i] as number) <= (close[i - 1] as number) + (near1[i - base] as number) &&
          upperShadow(open, high, close, i - 2) < (shadowVeryShort2[i - base] as number) &&
          upperShadow(open, high, close, i - 1) < (shadowVeryShort1[i - base] as number) &&
          upperShadow(open, high, close, i) < (shadowVeryShort0[i - base] as number) &&
          body(open, close, i - 1) > body(open, close, i - 2) - (far2[i - base] as number) &&
          body(open, close, i) > body(open, close, i - 1) - (far1[i - base] as number) &&
          body(open, close, i) > (bodyShort0[i - base] as number)
            ? 100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdl3WhiteSoldiers` judges: 2 more than the longest of its settings' periods. */
export function cdl3WhiteSoldiersLookback(options: CandleOptions = {}): number {
  return cdl3WhiteSoldiersKernel(options).lookback
}

/**
 * Three Advancing White Soldiers: three white candles, each opening in or near the body before, closing higher and near its high, none much shorter.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern (bullish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDL3WHITESOLDIERS`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdl3WhiteSoldiers(open, high, low, close)
 */
export function cdl3WhiteSoldiers(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdl3WhiteSoldiersKernel(options), open, high, low, close, options)
}

/** The stream form of `cdl3WhiteSoldiers`. */
export function createCdl3WhiteSoldiers(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdl3WhiteSoldiersKernel(options), options)
}
