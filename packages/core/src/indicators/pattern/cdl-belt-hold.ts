import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import type { CandleOptions } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, openingShadow, sign } from './candles.ts'

/** The loop with its parameters bound. */
export function cdlBeltHoldKernel(options: CandleOptions) {
  const bodyLong0 = new Average(options, 'bodyLong', 0)
  const shadowVeryShort0 = new Average(options, 'shadowVeryShort', 0)
  return candleKernel(
    0,
    [bodyLong0, shadowVeryShort0],
    [{ longer: bodyLong0 }],
    (i) => sign(i) & -(+(body(i) > bodyLong0.at(i)) & +(openingShadow(i) < shadowVeryShort0.at(i))),
  )
}

/** Index of the first candle that `cdlBeltHold` judges: the longest of its settings' periods. */
export function cdlBeltHoldLookback(options: CandleOptions = {}): number {
  return cdlBeltHoldKernel(options).lookback
}

/**
 * Belt-hold: a long body that starts at the end of its range: no lower shadow when white, no upper one when black.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLBELTHOLD`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlBeltHold(open, high, low, close)
 */
export function cdlBeltHold(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlBeltHoldKernel, open, high, low, close, options)
}

/** The stream form of `cdlBeltHold`. */
export function createCdlBeltHold(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlBeltHoldKernel(options), options)
}
