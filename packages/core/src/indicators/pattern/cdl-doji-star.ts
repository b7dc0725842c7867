import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, bodyGaps, isWhite, sign } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlDojiStarKernel(options: CandleOptions) {
  const bodyLong1 = new Average(options, 'bodyLong', 1)
  const bodyDoji0 = new Average(options, 'bodyDoji', 0)
  return candleKernel(1, [bodyLong1, bodyDoji0], [{ atMost: bodyDoji0 }, { longer: bodyLong1 }], (i) =>
    bodyGaps(i, i - 1, isWhite(i - 1)) && body(i - 1) > bodyLong1.at(i) && body(i) <= bodyDoji0.at(i)
      ? -sign(i - 1)
      : 0,
  )
}

/** Index of the first candle that `cdlDojiStar` judges: 1 more than the longest of its settings' periods. */
export const cdlDojiStarLookback = /* @__PURE__ */ patternLookback(cdlDojiStarKernel)

/**
 * Doji Star: a long candle and a doji that gaps on in its direction.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLDOJISTAR`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlDojiStar(open, high, low, close)
 */
export const cdlDojiStar = /* @__PURE__ */ pattern(cdlDojiStarKernel)

/** The stream form of `cdlDojiStar`. */
export const createCdlDojiStar = /* @__PURE__ */ patternStream(cdlDojiStarKernel)
