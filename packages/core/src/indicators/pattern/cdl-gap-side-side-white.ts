import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, closeAt, lowerEnd, openAt, upperEnd } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

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
export const cdlGapSideSideWhiteLookback = /* @__PURE__ */ patternLookback(cdlGapSideSideWhiteKernel)

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
export const cdlGapSideSideWhite = /* @__PURE__ */ pattern(cdlGapSideSideWhiteKernel)

/** The stream form of `cdlGapSideSideWhite`. */
export const createCdlGapSideSideWhite = /* @__PURE__ */ patternStream(cdlGapSideSideWhiteKernel)
