import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import type { CandleOptions } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'
import { bodyGaps, closeAt, isWhite, lowerEnd, openAt, sign, upperEnd } from './candles.ts'

/** The loop with its parameters bound. */
export function cdlXSideGap3MethodsKernel(_options: CandleOptions) {
  return candleKernel(
    2,
    [],
    ['xxy'],
    (i) =>
      sign(i - 2) &
      -(
        +(openAt(i) < upperEnd(i - 1)) &
        +(openAt(i) > lowerEnd(i - 1)) &
        +(closeAt(i) < upperEnd(i - 2)) &
        +(closeAt(i) > lowerEnd(i - 2)) &
        +bodyGaps(i - 1, i - 2, isWhite(i - 2))
      ),
  )
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
  return computePattern(cdlXSideGap3MethodsKernel, open, high, low, close, options)
}

/** The stream form of `cdlXSideGap3Methods`. */
export function createCdlXSideGap3Methods(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlXSideGap3MethodsKernel(options), options)
}
