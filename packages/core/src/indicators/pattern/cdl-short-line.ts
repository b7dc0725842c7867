import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import type { CandleOptions } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, lowerShadow, sign, upperShadow } from './candles.ts'

/** The loop with its parameters bound. */
export function cdlShortLineKernel(options: CandleOptions) {
  const bodyShort0 = new Average(options, 'bodyShort', 0)
  const shadowShort0 = new Average(options, 'shadowShort', 0)
  return candleKernel(0, [bodyShort0, shadowShort0], [{ atMost: bodyShort0 }], (i) => {
    const shadowShort = shadowShort0.at(i)
    const short = +(upperShadow(i) < shadowShort) & +(lowerShadow(i) < shadowShort)
    return sign(i) & -(short & +(body(i) < bodyShort0.at(i)))
  })
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
  return computePattern(cdlShortLineKernel, open, high, low, close, options)
}

/** The stream form of `cdlShortLine`. */
export function createCdlShortLine(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlShortLineKernel(options), options)
}
