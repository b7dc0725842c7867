import { real } from '../framework/parameter.ts'
import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, bodyGapsDown, closeAt } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

export type CdlMorningDojiStarOptions = CandleOptions & {
  /** Share of the first body that the last candle must reach into, from 0. @default 0.3 */
  penetration?: number | undefined
}

/** The loop with its parameters bound. */
export function cdlMorningDojiStarKernel(options: CdlMorningDojiStarOptions) {
  const penetration = real('penetration', options.penetration ?? 0.3, 0)
  const bodyLong2 = new Average(options, 'bodyLong', 2)
  const bodyDoji1 = new Average(options, 'bodyDoji', 1)
  const bodyShort0 = new Average(options, 'bodyShort', 0)
  return candleKernel(
    2,
    [bodyLong2, bodyDoji1, bodyShort0],
    ['b?w', { longer: bodyLong2 }, { longer: bodyShort0 }, { atMost: bodyDoji1 }],
    (i) =>
      closeAt(i) > closeAt(i - 2) + body(i - 2) * penetration &&
      bodyGapsDown(i - 1, i - 2) &&
      body(i - 2) > bodyLong2.at(i) &&
      body(i - 1) <= bodyDoji1.at(i) &&
      body(i) > bodyShort0.at(i)
        ? 100
        : 0,
  )
}

/** Index of the first candle that `cdlMorningDojiStar` judges: 2 more than the longest of its settings' periods. */
export const cdlMorningDojiStarLookback = /* @__PURE__ */ patternLookback(cdlMorningDojiStarKernel)

/**
 * Morning Doji Star: a long black candle, a doji gapping down, and a white one that closes well within the first.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern (bullish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLMORNINGDOJISTAR`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a parameter or setting is out of range
 * @example
 * cdlMorningDojiStar(open, high, low, close)
 */
export const cdlMorningDojiStar = /* @__PURE__ */ pattern(cdlMorningDojiStarKernel)

/** The stream form of `cdlMorningDojiStar`. */
export const createCdlMorningDojiStar = /* @__PURE__ */ patternStream(cdlMorningDojiStarKernel)
