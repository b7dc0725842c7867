import { real } from '../framework/parameter.ts'
import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { bodies } from './candle-memory.ts'
import { Average } from './candle-totals.ts'
import { body, bodyGapsDown, closeAt } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

export type CdlMorningStarOptions = CandleOptions & {
  /** Share of the first body that the last candle must reach into, from 0. @default 0.3 */
  penetration?: number | undefined
}

/** The loop with its parameters bound. */
export function cdlMorningStarKernel(options: CdlMorningStarOptions) {
  const penetration = real('penetration', options.penetration ?? 0.3, 0)
  const bodyLong2 = new Average(options, 'bodyLong', 2)
  const bodyShort1 = new Average(options, 'bodyShort', 1)
  const bodyShort0 = new Average(options, 'bodyShort', 0)
  return candleKernel(
    2,
    [bodyLong2, bodyShort1, bodyShort0],
    ['b?w', { longer: bodyLong2 }, { atMost: bodyShort1 }, { longer: bodyShort0 }],
    (i) =>
      closeAt(i) > closeAt(i - 2) + body(i - 2) * penetration &&
      bodyGapsDown(i - 1, i - 2) &&
      body(i - 2) > bodyLong2.at(i) &&
      body(i - 1) <= bodyShort1.at(i) &&
      body(i) > bodyShort0.at(i)
        ? 100
        : 0,
    bodies,
  )
}

/** Index of the first candle that `cdlMorningStar` judges: 2 more than the longest of its settings' periods. */
export const cdlMorningStarLookback = /* @__PURE__ */ patternLookback(cdlMorningStarKernel)

/**
 * Morning Star: a long black candle, a short one gapping down, and a white one that closes well within the first.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern (bullish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLMORNINGSTAR`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a parameter or setting is out of range
 * @example
 * cdlMorningStar(open, high, low, close)
 */
export const cdlMorningStar = /* @__PURE__ */ pattern(cdlMorningStarKernel)

/** The stream form of `cdlMorningStar`. */
export const createCdlMorningStar = /* @__PURE__ */ patternStream(cdlMorningStarKernel)
