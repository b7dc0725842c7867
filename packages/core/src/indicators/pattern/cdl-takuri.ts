import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, lowerShadow, upperShadow } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

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
export const cdlTakuriLookback = /* @__PURE__ */ patternLookback(cdlTakuriKernel)

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
export const cdlTakuri = /* @__PURE__ */ pattern(cdlTakuriKernel)

/** The stream form of `cdlTakuri`. */
export const createCdlTakuri = /* @__PURE__ */ patternStream(cdlTakuriKernel)
