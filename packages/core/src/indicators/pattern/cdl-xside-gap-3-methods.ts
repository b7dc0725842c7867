import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { bodyGapsDown, bodyGapsUp, type CandleOptions, isWhite, lowerEnd, upperEnd } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlXSideGap3MethodsKernel(options: CandleOptions) {
  return candleKernel(options, [], 2, (open, _high, _low, close, found, start, end) => {
    for (let i = start; i < end; i++) {
      found[i] =
        isWhite(open, close, i - 2) === isWhite(open, close, i - 1) &&
        isWhite(open, close, i - 1) !== isWhite(open, close, i) &&
        (open[i] as number) < upperEnd(open, close, i - 1) &&
        (open[i] as number) > lowerEnd(open, close, i - 1) &&
        (close[i] as number) < upperEnd(open, close, i - 2) &&
        (close[i] as number) > lowerEnd(open, close, i - 2) &&
        (isWhite(open, close, i - 2)
          ? bodyGapsUp(open, close, i - 1, i - 2)
          : bodyGapsDown(open, close, i - 1, i - 2))
          ? isWhite(open, close, i - 2)
            ? 100
            : -100
          : 0
    }
  })
}

/** Index of the first candle that `cdlXSideGap3Methods` judges: 2. */
export function cdlXSideGap3MethodsLookback(options: CandleOptions = {}): number {
  return cdlXSideGap3MethodsKernel(options).lookback
}

/**
 * Upside/Downside Gap Three Methods: two candles of one colour with a gap between, and a third that opens in the second body and closes in the first.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLXSIDEGAP3METHODS`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlXSideGap3Methods(open, high, low, close)
 */
export function cdlXSideGap3Methods(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlXSideGap3MethodsKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlXSideGap3Methods`. */
export function createCdlXSideGap3Methods(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlXSideGap3MethodsKernel(options), options)
}
