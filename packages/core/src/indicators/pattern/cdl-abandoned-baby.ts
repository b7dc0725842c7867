import { real } from '../framework/parameter.ts'
import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, closeAt, highAt, isWhite, lowAt, sign } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

export type CdlAbandonedBabyOptions = CandleOptions & {
  /** Share of the first body that the last candle must reach into, from 0. @default 0.3 */
  penetration?: number | undefined
}

/** The loop with its parameters bound. */
export function cdlAbandonedBabyKernel(options: CdlAbandonedBabyOptions) {
  const penetration = real('penetration', options.penetration ?? 0.3, 0)
  const bodyLong2 = new Average(options, 'bodyLong', 2)
  const bodyDoji1 = new Average(options, 'bodyDoji', 1)
  const bodyShort0 = new Average(options, 'bodyShort', 0)
  return candleKernel(
    2,
    [bodyLong2, bodyDoji1, bodyShort0],
    ['x?y', { longer: bodyLong2 }, { longer: bodyShort0 }, { atMost: bodyDoji1 }],
    (i) =>
      (isWhite(i - 2)
        ? lowAt(i - 1) > highAt(i - 2) &&
          highAt(i) < lowAt(i - 1) &&
          closeAt(i) < closeAt(i - 2) - body(i - 2) * penetration
        : highAt(i - 1) < lowAt(i - 2) &&
          lowAt(i) > highAt(i - 1) &&
          closeAt(i) > closeAt(i - 2) + body(i - 2) * penetration) &&
      body(i - 2) > bodyLong2.at(i) &&
      body(i - 1) <= bodyDoji1.at(i) &&
      body(i) > bodyShort0.at(i)
        ? sign(i)
        : 0,
  )
}

/** Index of the first candle that `cdlAbandonedBaby` judges: 2 more than the longest of its settings' periods. */
export const cdlAbandonedBabyLookback = /* @__PURE__ */ patternLookback(cdlAbandonedBabyKernel)

/**
 * Abandoned Baby: a long candle, a doji apart from both its neighbours, and a candle of the other colour that closes well within the first.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLABANDONEDBABY`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a parameter or setting is out of range
 * @example
 * cdlAbandonedBaby(open, high, low, close)
 */
export const cdlAbandonedBaby = /* @__PURE__ */ pattern(cdlAbandonedBabyKernel)

/** The stream form of `cdlAbandonedBaby`. */
export const createCdlAbandonedBaby = /* @__PURE__ */ patternStream(cdlAbandonedBabyKernel)
