import { real } from '../framework/parameter.ts'
import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, closeAt, highAt, openAt } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

export type CdlDarkCloudCoverOptions = CandleOptions & {
  /** Share of the first body that the last candle must reach into, from 0. @default 0.5 */
  penetration?: number | undefined
}

/** The loop with its parameters bound. */
export function cdlDarkCloudCoverKernel(options: CdlDarkCloudCoverOptions) {
  const penetration = real('penetration', options.penetration ?? 0.5, 0)
  const bodyLong1 = new Average(options, 'bodyLong', 1)
  return candleKernel(1, [bodyLong1], ['wb', { longer: bodyLong1 }], (i) =>
    openAt(i) > highAt(i - 1) &&
    closeAt(i) > openAt(i - 1) &&
    closeAt(i) < closeAt(i - 1) - body(i - 1) * penetration &&
    body(i - 1) > bodyLong1.at(i)
      ? -100
      : 0,
  )
}

/** Index of the first candle that `cdlDarkCloudCover` judges: 1 more than the longest of its settings' periods. */
export const cdlDarkCloudCoverLookback = /* @__PURE__ */ patternLookback(cdlDarkCloudCoverKernel)

/**
 * Dark Cloud Cover: a long white candle, and a black one that opens above its high and closes well within its body.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: -100 for the pattern (bearish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLDARKCLOUDCOVER`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a parameter or setting is out of range
 * @example
 * cdlDarkCloudCover(open, high, low, close)
 */
export const cdlDarkCloudCover = /* @__PURE__ */ pattern(cdlDarkCloudCoverKernel)

/** The stream form of `cdlDarkCloudCover`. */
export const createCdlDarkCloudCover = /* @__PURE__ */ patternStream(cdlDarkCloudCoverKernel)
