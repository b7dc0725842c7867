import type { Kernel } from '../framework/kernel.ts'
import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { coveringBodies } from './candle-screens.ts'
import { closeAt, openAt, sign } from './candles.ts'
import { pattern, patternStream } from './pattern.ts'

const lookback = 2

/** The loop. */
export function cdlEngulfingKernel(_options: CandleOptions = {}): Kernel {
  // Of opposite colours, so that the later open meets the earlier close, and the other way round.
  return candleKernel(lookback, [], ['xy', coveringBodies], (i) => {
    const opens = openAt(i) === closeAt(i - 1)
    const closes = closeAt(i) === openAt(i - 1)
    return opens && closes ? 0 : opens || closes ? 0.8 * sign(i) : sign(i)
  })
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
