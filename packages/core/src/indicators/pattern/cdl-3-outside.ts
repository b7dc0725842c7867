import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { type CandleOptions, isWhite } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdl3OutsideKernel(options: CandleOptions) {
  return candleKernel(options, [], 3, (open, _high, _low, close, found, start, end) => {
    for (let i = start; i < end; i++) {
      found[i] =
        isWhite(open, close, i - 1) !== isWhite(open, close, i - 2) &&
        (isWhite(open, close, i - 1)
          ? (close[i - 1] as number) > (open[i - 2] as number) &&
            (open[i - 1] as number) < (close[i - 2] as number) &&
            (close[i] as number) > (close[i - 1] as number)
          : (open[i - 1] as number) > (close[i - 2] as number) &&
            (close[i - 1] as number) < (open[i - 2] as number) &&
            (close[i] as number) < (close[i - 1] as number))
          ? isWhite(open, close, i - 1)
            ? 100
            : -100
          : 0
    }
  })
}

/** Index of the first candle that `cdl3Outside` judges: 3. */
export function cdl3OutsideLookback(options: CandleOptions = {}): number {
  return cdl3OutsideKernel(options).lookback
}

/**
 * Three Outside Up/Down: a body that engulfs the one before, of the other colour, and a third candle that closes further the same way.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDL3OUTSIDE`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdl3Outside(open, high, low, close)
 */
export function cdl3Outside(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdl3OutsideKernel(options), open, high, low, close, options)
}

/** The stream form of `cdl3Outside`. */
export function createCdl3Outside(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdl3OutsideKernel(options), options)
}
