import type { Kernel } from '../framework/kernel.ts'
import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { bodies } from './candle-memory.ts'
import { coveringBodies } from './candle-screens.ts'
import { closeAt, openAt } from './candles.ts'
import { pattern, patternStream } from './pattern.ts'

const lookback = 2

/** The loop. */
export function cdlEngulfingKernel(_options: CandleOptions = {}): Kernel {
  return candleKernel(
    lookback,
    [],
    [coveringBodies],
    (i) => {
      const o = openAt(i)
      const c = closeAt(i)
      const o1 = openAt(i - 1)
      const c1 = closeAt(i - 1)
      // Not as branches, which real prices would mispredict. Of opposite colours, so that opens meet closes.
      const rises = +(c1 < o1) & +(c >= o1) & +(o <= c1)
      const falls = +(c1 >= o1) & +(c <= o1) & +(o >= c1)
      const opens = o === c1
      const closes = c === o1
      return opens && closes ? 0 : (rises - falls) * (opens || closes ? 80 : 100)
    },
    bodies,
  )
}

/** Index of the first candle that `cdlEngulfing` judges: 2. */
export function cdlEngulfingLookback(_options: CandleOptions = {}): number {
  return lookback
}

/**
 * Engulfing pattern: a body that covers the body before it, of the other colour.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish (80 when an end only matches), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLENGULFING`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length
 * @example
 * cdlEngulfing([9, 9, 7], [9, 9, 10], [7, 7, 7], [8, 8, 10]) // [0, 0, 100]
 */
export const cdlEngulfing = /* @__PURE__ */ pattern(cdlEngulfingKernel)

/** The stream form of `cdlEngulfing`. */
export const createCdlEngulfing = /* @__PURE__ */ patternStream(cdlEngulfingKernel)
