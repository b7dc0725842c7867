import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import type { CandleOptions } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, closeAt, lowerEnd, openAt, upperEnd } from './candles.ts'

/** The loop with its parameters bound. */
export function cdlGapSideSideWhiteKernel(options: CandleOptions) {
  const near1 = new Average(options, 'near', 1)
  const equal1 = new Average(options, 'equal', 1)
  return candleKernel(2, [near1, equal1], ['ww'], (i) => {
    const top = upperEnd(i - 2)
    const bottom = lowerEnd(i - 2)
    const up = +(openAt(i - 1) > top) & +(openAt(i) > top)
    const down = +(closeAt(i - 1) < bottom) & +(closeAt(i) < bottom)
    return (up | down) !== 0 &&
      body(i) >= body(i - 1) - near1.at(i) &&
      body(i) <= body(i - 1) + near1.at(i) &&
      openAt(i) >= openAt(i - 1) - equal1.at(i) &&
      openAt(i) <= openAt(i - 1) + equal1.at(i)
      ? 100 * (up - down)
      : 0
  })
}

/** Index of the first candle that `cdlGapSideSideWhite` judges: 2 more than the longest of its settings' periods. */
export function cdlGapSideSideWhiteLookback(options: CandleOptions = {}): number {
  return cdlGapSideSideWhiteKernel(options).lookback
}

/**
 * Up/Down-gap side-by-side white lines: two white candles of like size and open, side by side beyond a gap.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 after a gap up, -100 after a gap down, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLGAPSIDESIDEWHITE`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlGapSideSideWhite(open, high, low, close)
 */
export function cdlGapSideSideWhite(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlGapSideSideWhiteKernel, open, high, low, close, options)
}

/** The stream form of `cdlGapSideSideWhite`. */
export function createCdlGapSideSideWhite(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlGapSideSideWhiteKernel(options), options)
}
