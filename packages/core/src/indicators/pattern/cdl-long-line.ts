import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import type { CandleOptions } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, lowerShadow, sign, upperShadow } from './candles.ts'

/** The loop with its parameters bound. */
export function cdlLongLineKernel(options: CandleOptions) {
  const bodyLong0 = new Average(options, 'bodyLong', 0)
  const shadowShort0 = new Average(options, 'shadowShort', 0)
  return candleKernel(0, [bodyLong0, shadowShort0], [{ longer: bodyLong0 }], (i) => {
    const shadowShort = shadowShort0.at(i)
    const short = +(upperShadow(i) < shadowShort) & +(lowerShadow(i) < shadowShort)
    return sign(i) & -(short & +(body(i) > bodyLong0.at(i)))
  })
}

/** Index of the first candle that `cdlLongLine` judges: the longest of its settings' periods. */
export function cdlLongLineLookback(options: CandleOptions = {}): number {
  return cdlLongLineKernel(options).lookback
}

/**
 * Long Line Candle: a long body with short shadows.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 white, -100 black, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLLONGLINE`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlLongLine(open, high, low, close)
 */
export function cdlLongLine(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlLongLineKernel, open, high, low, close, options)
}

/** The stream form of `cdlLongLine`. */
export function createCdlLongLine(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlLongLineKernel(options), options)
}
