import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, lowerShadow, upperShadow } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

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
export const cdlGravestoneDojiLookback = /* @__PURE__ */ patternLookback(cdlGravestoneDojiKernel)

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
export const cdlGravestoneDoji = /* @__PURE__ */ pattern(cdlGravestoneDojiKernel)

/** The stream form of `cdlGravestoneDoji`. */
export const createCdlGravestoneDoji = /* @__PURE__ */ patternStream(cdlGravestoneDojiKernel)
