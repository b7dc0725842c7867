import { real } from '../framework/parameter.ts'
import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, bodyGapsUp, closeAt } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

export type CdlEveningDojiStarOptions = CandleOptions & {
  /** Share of the first body that the last candle must reach into, from 0. @default 0.3 */
  penetration?: number | undefined
}

/** The loop with its parameters bound. */
export function cdlEveningDojiStarKernel(options: CdlEveningDojiStarOptions) {
  const penetration = real('penetration', options.penetration ?? 0.3, 0)
  const bodyLong2 = new Average(options, 'bodyLong', 2)
  const bodyDoji1 = new Average(options, 'bodyDoji', 1)
  const bodyShort0 = new Average(options, 'bodyShort', 0)
  return candleKernel(
    2,
    [bodyLong2, bodyDoji1, bodyShort0],
    ['w?b', { longer: bodyLong2 }, { longer: bodyShort0 }, { atMost: bodyDoji1 }],
    (i) =>
      closeAt(i) < closeAt(i - 2) - body(i - 2) * penetration &&
      bodyGapsUp(i - 1, i - 2) &&
      body(i - 2) > bodyLong2.at(i) &&
      body(i - 1) <= bodyDoji1.at(i) &&
      body(i) > bodyShort0.at(i)
        ? -100
        : 0,
  )
}

/** Index of the first candle that `cdlEveningDojiStar` judges: 2 more than the longest of its settings' periods. */
export const cdlEveningDojiStarLookback = /* @__PURE__ */ patternLookback(cdlEveningDojiStarKernel)

/**
 * Evening Doji Star: a long white candle, a doji gapping up, and a black one that closes well within the first.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: -100 for the pattern (bearish), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLEVENINGDOJISTAR`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a parameter or setting is out of range
 * @example
 * cdlEveningDojiStar(open, high, low, close)
 */
export const cdlEveningDojiStar = /* @__PURE__ */ pattern(cdlEveningDojiStarKernel)

/** The stream form of `cdlEveningDojiStar`. */
export const createCdlEveningDojiStar = /* @__PURE__ */ patternStream(cdlEveningDojiStarKernel)
