import { real } from '../framework/parameter.ts'
import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, bodyGapsUp, closeAt, highAt, lowerEnd, openAt, upperEnd } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

export type CdlMatHoldOptions = CandleOptions & {
  /** Share of the first body that the small candles may give back, from 0. @default 0.5 */
  penetration?: number | undefined
}

/** The loop with its parameters bound. */
export function cdlMatHoldKernel(options: CdlMatHoldOptions) {
  const penetration = real('penetration', options.penetration ?? 0.5, 0)
  const bodyLong4 = new Average(options, 'bodyLong', 4)
  const bodyShort3 = new Average(options, 'bodyShort', 3)
  const bodyShort2 = new Average(options, 'bodyShort', 2)
  const bodyShort1 = new Average(options, 'bodyShort', 1)
  return candleKernel(
    4,
    [bodyLong4, bodyShort3, bodyShort2, bodyShort1],
    ['wb??w', { longer: bodyLong4 }, { atMost: bodyShort3 }, { atMost: bodyShort2 }, { atMost: bodyShort1 }],
    (i) =>
      bodyGapsUp(i - 3, i - 4) &&
      lowerEnd(i - 2) < closeAt(i - 4) &&
      lowerEnd(i - 1) < closeAt(i - 4) &&
      lowerEnd(i - 2) > closeAt(i - 4) - body(i - 4) * penetration &&
      lowerEnd(i - 1) > closeAt(i - 4) - body(i - 4) * penetration &&
      upperEnd(i - 2) < openAt(i - 3) &&
      upperEnd(i - 1) < upperEnd(i - 2) &&
      openAt(i) > closeAt(i - 1) &&
      closeAt(i) > highAt(i - 3) &&
      closeAt(i) > highAt(i - 2) &&
      closeAt(i) > highAt(i - 1) &&
      body(i - 4) > bodyLong4.at(i) &&
      body(i - 3) < bodyShort3.at(i) &&
      body(i - 2) < bodyShort2.at(i) &&
      body(i - 1) < bodyShort1.at(i)
        ? 100
        : 0,
  )
}

/** Index of the first candle that `cdlMatHold` judges: 4 more than the longest of its settings' periods. */
export const cdlMatHoldLookback = /* @__PURE__ */ patternLookback(cdlMatHoldKernel)

/**
 * Mat Hold: a long white candle, three small ones that give little of it back, and a white one above them.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern (bullish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLMATHOLD`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a parameter or setting is out of range
 * @example
 * cdlMatHold(open, high, low, close)
 */
export const cdlMatHold = /* @__PURE__ */ pattern(cdlMatHoldKernel)

/** The stream form of `cdlMatHold`. */
export const createCdlMatHold = /* @__PURE__ */ patternStream(cdlMatHoldKernel)
