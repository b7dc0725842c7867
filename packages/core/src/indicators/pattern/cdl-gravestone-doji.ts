import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import type { CandleOptions } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, lowerShadow, upperShadow } from './candles.ts'

/** The loop with its parameters bound. */
export function cdlGravestoneDojiKernel(options: CandleOptions) {
  const bodyDoji0 = new Average(options, 'bodyDoji', 0)
  const shadowVeryShort0 = new Average(options, 'shadowVeryShort', 0)
  return candleKernel(0, [bodyDoji0, shadowVeryShort0], [{ atMost: bodyDoji0 }], (i) => {
    const veryShort = shadowVeryShort0.at(i)
    const shadows = +(lowerShadow(i) < veryShort) & +(upperShadow(i) > veryShort)
    return 100 & -(shadows & +(body(i) <= bodyDoji0.at(i)))
  })
}

/** Index of the first candle that `cdlGravestoneDoji` judges: the longest of its settings' periods. */
export function cdlGravestoneDojiLookback(options: CandleOptions = {}): number {
  return cdlGravestoneDojiKernel(options).lookback
}

/**
 * Gravestone Doji: a doji at the bottom of its range: an upper shadow and no lower one.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLGRAVESTONEDOJI`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlGravestoneDoji(open, high, low, close)
 */
export function cdlGravestoneDoji(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlGravestoneDojiKernel, open, high, low, close, options)
}

/** The stream form of `cdlGravestoneDoji`. */
export function createCdlGravestoneDoji(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlGravestoneDojiKernel(options), options)
}
