import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, type CandleOptions, isWhite, lowerShadow, upperShadow } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlMarubozuKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['bodyLong', 0],
      ['shadowVeryShort', 0],
    ],
    0,
    (open, high, low, close, found, start, end, base, averages) => {
      const bodyLong0 = averages[0]
      const shadowVeryShort0 = averages[1]
      for (let i = start; i < end; i++) {
        found[i] =
          body(open, close, i) > (bodyLong0[i - base] as number) &&
          upperShadow(open, high, close, i) < (shadowVeryShort0[i - base] as number) &&
          lowerShadow(open, low, close, i) < (shadowVeryShort0[i - base] as number)
            ? isWhite(open, close, i)
              ? 100
              : -100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlMarubozu` judges: the longest of its settings' periods. */
export function cdlMarubozuLookback(options: CandleOptions = {}): number {
  return cdlMarubozuKernel(options).lookback
}

/**
 * Marubozu: a long body without shadows.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 white, -100 black, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLMARUBOZU`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlMarubozu(open, high, low, close)
 */
export function cdlMarubozu(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlMarubozuKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlMarubozu`. */
export function createCdlMarubozu(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlMarubozuKernel(options), options)
}
