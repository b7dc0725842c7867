import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, lowerShadow, upperShadow } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlLongLeggedDojiKernel(options: CandleOptions) {
  const bodyDoji0 = new Average(options, 'bodyDoji', 0)
  const shadowLong0 = new Average(options, 'shadowLong', 0)
  return candleKernel(0, [bodyDoji0, shadowLong0], [{ atMost: bodyDoji0 }], (i) => {
    const shadowLong = shadowLong0.at(i)
    const longShadow = +(lowerShadow(i) > shadowLong) | +(upperShadow(i) > shadowLong)
    return 100 & -(+(body(i) <= bodyDoji0.at(i)) & longShadow)
  })
}

/** Index of the first candle that `cdlLongLeggedDoji` judges: the longest of its settings' periods. */
export const cdlLongLeggedDojiLookback = /* @__PURE__ */ patternLookback(cdlLongLeggedDojiKernel)

/**
 * Long Legged Doji: a doji with a long shadow.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLLONGLEGGEDDOJI`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlLongLeggedDoji(open, high, low, close)
 */
export const cdlLongLeggedDoji = /* @__PURE__ */ pattern(cdlLongLeggedDojiKernel)

/** The stream form of `cdlLongLeggedDoji`. */
export const createCdlLongLeggedDoji = /* @__PURE__ */ patternStream(cdlLongLeggedDojiKernel)
