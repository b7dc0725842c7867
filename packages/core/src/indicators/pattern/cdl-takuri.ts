import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import type { CandleOptions } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, lowerShadow, upperShadow } from './candles.ts'

/** The loop with its parameters bound. */
export function cdlTakuriKernel(options: CandleOptions) {
  const bodyDoji0 = new Average(options, 'bodyDoji', 0)
  const shadowVeryShort0 = new Average(options, 'shadowVeryShort', 0)
  const shadowVeryLong0 = new Average(options, 'shadowVeryLong', 0)
  return candleKernel(
    0,
    [bodyDoji0, shadowVeryShort0, shadowVeryLong0],
    [{ atMost: bodyDoji0 }],
    (i) =>
      100 &
      -(
        +(body(i) <= bodyDoji0.at(i)) &
        +(upperShadow(i) < shadowVeryShort0.at(i)) &
        +(lowerShadow(i) > shadowVeryLong0.at(i))
      ),
  )
}

/** Index of the first candle that `cdlTakuri` judges: the longest of its settings' periods. */
export function cdlTakuriLookback(options: CandleOptions = {}): number {
  return cdlTakuriKernel(options).lookback
}

/**
 * Takuri (Dragonfly Doji with very long lower shadow): a dragonfly doji with a very long lower shadow.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLTAKURI`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlTakuri(open, high, low, close)
 */
export function cdlTakuri(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlTakuriKernel, open, high, low, close, options)
}

/** The stream form of `cdlTakuri`. */
export function createCdlTakuri(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlTakuriKernel(options), options)
}
