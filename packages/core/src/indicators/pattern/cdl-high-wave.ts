import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, type CandleOptions, isWhite, lowerShadow, upperShadow } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlHighWaveKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['bodyShort', 0],
      ['shadowVeryLong', 0],
    ],
    0,
    (open, high, low, close, found, start, end, base, averages) => {
      const bodyShort0 = averages[0]
      const shadowVeryLong0 = averages[1]
      for (let i = start; i < end; i++) {
        found[i] =
          body(open, close, i) < (bodyShort0[i - base] as number) &&
          upperShadow(open, high, close, i) > (shadowVeryLong0[i - base] as number) &&
          lowerShadow(open, low, close, i) > (shadowVeryLong0[i - base] as number)
            ? isWhite(open, close, i)
              ? 100
              : -100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlHighWave` judges: the longest of its settings' periods. */
export function cdlHighWaveLookback(options: CandleOptions = {}): number {
  return cdlHighWaveKernel(options).lookback
}

/**
 * High-Wave Candle: a short body with very long shadows on both sides.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 white, -100 black, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLHIGHWAVE`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlHighWave(open, high, low, close)
 */
export function cdlHighWave(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlHighWaveKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlHighWave`. */
export function createCdlHighWave(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlHighWaveKernel(options), options)
}
