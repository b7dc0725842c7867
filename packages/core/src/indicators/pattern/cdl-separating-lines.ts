import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, type CandleOptions, isWhite, lowerShadow, upperShadow } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlSeparatingLinesKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['shadowVeryShort', 0],
      ['bodyLong', 0],
      ['equal', 1],
    ],
    1,
    (open, high, low, close, found, start, end, base, averages) => {
      const shadowVeryShort0 = averages[0]
      const bodyLong0 = averages[1]
      const equal1 = averages[2]
      for (let i = start; i < end; i++) {
        found[i] =
          isWhite(open, close, i - 1) !== isWhite(open, close, i) &&
          (open[i] as number) <= (open[i - 1] as number) + (equal1[i - base] as number) &&
          (open[i] as number) >= (open[i - 1] as number) - (equal1[i - base] as number) &&
          body(open, close, i) > (bodyLong0[i - base] as number) &&
          (isWhite(open, close, i)
            ? lowerShadow(open, low, close, i) < (shadowVeryShort0[i - base] as number)
            : upperShadow(open, high, close, i) < (shadowVeryShort0[i - base] as number))
            ? isWhite(open, close, i)
              ? 100
              : -100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlSeparatingLines` judges: 1 more than the longest of its settings' periods. */
export function cdlSeparatingLinesLookback(options: CandleOptions = {}): number {
  return cdlSeparatingLinesKernel(options).lookback
}

/**
 * Separating Lines: a candle that opens where the one before, of the other colour, did, long and with no shadow behind it.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLSEPARATINGLINES`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlSeparatingLines(open, high, low, close)
 */
export function cdlSeparatingLines(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlSeparatingLinesKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlSeparatingLines`. */
export function createCdlSeparatingLines(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlSeparatingLinesKernel(options), options)
}
