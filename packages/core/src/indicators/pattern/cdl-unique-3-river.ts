import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, closeAt, lowAt, openAt } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlUnique3RiverKernel(options: CandleOptions) {
  const bodyLong2 = new Average(options, 'bodyLong', 2)
  const bodyShort0 = new Average(options, 'bodyShort', 0)
  return candleKernel(
    2,
    [bodyLong2, bodyShort0],
    ['bbw', { longer: bodyLong2 }, { atMost: bodyShort0 }],
    (i) =>
      closeAt(i - 1) > closeAt(i - 2) &&
      openAt(i - 1) <= openAt(i - 2) &&
      lowAt(i - 1) < lowAt(i - 2) &&
      openAt(i) > lowAt(i - 1) &&
      body(i - 2) > bodyLong2.at(i) &&
      body(i) < bodyShort0.at(i)
        ? 100
        : 0,
  )
}

/** Index of the first candle that `cdlUnique3River` judges: 2 more than the longest of its settings' periods. */
export const cdlUnique3RiverLookback = /* @__PURE__ */ patternLookback(cdlUnique3RiverKernel)

/**
 * Unique 3 River: a long black candle, a black one inside it with a lower low, and a short white one that opens above that low.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern (bullish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLUNIQUE3RIVER`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlUnique3River(open, high, low, close)
 */
export const cdlUnique3River = /* @__PURE__ */ pattern(cdlUnique3RiverKernel)

/** The stream form of `cdlUnique3River`. */
export const createCdlUnique3River = /* @__PURE__ */ patternStream(cdlUnique3RiverKernel)
