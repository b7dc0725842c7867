import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, closeAt, openAt, upperShadow } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlAdvanceBlockKernel(options: CandleOptions) {
  const near2 = new Average(options, 'near', 2)
  const near1 = new Average(options, 'near', 1)
  const far2 = new Average(options, 'far', 2)
  const far1 = new Average(options, 'far', 1)
  const bodyLong2 = new Average(options, 'bodyLong', 2)
  const shadowShort2 = new Average(options, 'shadowShort', 2)
  const shadowShort1 = new Average(options, 'shadowShort', 1)
  const shadowShort0 = new Average(options, 'shadowShort', 0)
  const shadowLong0 = new Average(options, 'shadowLong', 0)
  return candleKernel(
    2,
    [near2, near1, far2, far1, bodyLong2, shadowShort2, shadowShort1, shadowShort0, shadowLong0],
    ['www', { longer: bodyLong2 }],
    (i) =>
      closeAt(i) > closeAt(i - 1) &&
      closeAt(i - 1) > closeAt(i - 2) &&
      openAt(i - 1) > openAt(i - 2) &&
      openAt(i) > openAt(i - 1) &&
      openAt(i - 1) <= closeAt(i - 2) + near2.at(i) &&
      openAt(i) <= closeAt(i - 1) + near1.at(i) &&
      body(i - 2) > bodyLong2.at(i) &&
      upperShadow(i - 2) < shadowShort2.at(i) &&
      ((body(i - 1) < body(i - 2) - far2.at(i) && body(i) < body(i - 1) + near1.at(i)) ||
        body(i) < body(i - 1) - far1.at(i) ||
        (body(i) < body(i - 1) &&
          ((body(i - 1) < body(i - 2) &&
            (upperShadow(i) > shadowShort0.at(i) || upperShadow(i - 1) > shadowShort1.at(i))) ||
            upperShadow(i) > shadowLong0.at(i))))
        ? -100
        : 0,
  )
}

/** Index of the first candle that `cdlAdvanceBlock` judges: 2 more than the longest of its settings' periods. */
export const cdlAdvanceBlockLookback = /* @__PURE__ */ patternLookback(cdlAdvanceBlockKernel)

/**
 * Advance Block: three white candles with higher closes whose advance weakens: shrinking bodies or growing upper shadows.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: -100 for the pattern (bearish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLADVANCEBLOCK`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlAdvanceBlock(open, high, low, close)
 */
export const cdlAdvanceBlock = /* @__PURE__ */ pattern(cdlAdvanceBlockKernel)

/** The stream form of `cdlAdvanceBlock`. */
export const createCdlAdvanceBlock = /* @__PURE__ */ patternStream(cdlAdvanceBlockKernel)
