import type { Kernel } from '../framework/kernel.ts'
import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { insideBars } from './candle-screens.ts'
import { Average } from './candle-totals.ts'
import { closeAt, highAt, lowAt } from './candles.ts'
import { falseBreak, hikkakeKernel } from './hikkake.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlHikkakeModKernel(options: CandleOptions): Kernel {
  const near2 = new Average(options, 'near', 2)
  const breaks = candleKernel(near2.period === 0 ? 3 : 2, [near2], [insideBars], (i) => {
    const high2 = highAt(i - 2)
    const low2 = lowAt(i - 2)
    if (!(high2 < highAt(i - 3) && low2 > lowAt(i - 3))) return 0
    const direction = falseBreak(i)
    if (direction === 0) return 0
    const close2 = closeAt(i - 2)
    const closeness = near2.at(i)
    return (direction > 0 ? close2 <= low2 + closeness : close2 >= high2 - closeness) ? direction : 0
  })
  return hikkakeKernel(breaks)
}

/** Index of the first candle that `cdlHikkakeMod` judges: 10 with the default settings. */
export const cdlHikkakeModLookback = /* @__PURE__ */ patternLookback(cdlHikkakeModKernel)

/**
 * Modified Hikkake Pattern: a Hikkake out of two inside bars, the first of which closes near the end it will break from.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish at the false break, 200 or -200 where it is confirmed, else 0;
 *   0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLHIKKAKEMOD`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlHikkakeMod(open, high, low, close)
 */
export const cdlHikkakeMod = /* @__PURE__ */ pattern(cdlHikkakeModKernel)

/** The stream form of `cdlHikkakeMod`. */
export const createCdlHikkakeMod = /* @__PURE__ */ patternStream(cdlHikkakeModKernel)
