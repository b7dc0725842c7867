import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import type { CandleOptions } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, lowerShadow, sign, upperShadow } from './candles.ts'

/** The loop with its parameters bound. */
export function cdlMarubozuKernel(options: CandleOptions) {
  const bodyLong0 = new Average(options, 'bodyLong', 0)
  const shadowVeryShort0 = new Average(options, 'shadowVeryShort', 0)
  return candleKernel(0, [bodyLong0, shadowVeryShort0], [{ longer: bodyLong0 }], (i) => {
    const veryShort = shadowVeryShort0.at(i)
    const bald = +(upperShadow(i) < veryShort) & +(lowerShadow(i) < veryShort)
    return sign(i) & -(bald & +(body(i) > bodyLong0.at(i)))
  })
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
  return computePattern(cdlMarubozuKernel, open, high, low, close, options)
}

/** The stream form of `cdlMarubozu`. */
export function createCdlMarubozu(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlMarubozuKernel(options), options)
}
