import type { Kernel } from '../framework/kernel.ts'
import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { ends } from './candle-memory.ts'
import { insideBars } from './candle-screens.ts'
import { falseBreak, hikkakeKernel } from './hikkake.ts'
import { pattern, patternStream } from './pattern.ts'

const lookback = 5

/** The loop. */
export function cdlHikkakeKernel(_options: CandleOptions = {}): Kernel {
  return hikkakeKernel(candleKernel(2, [], [insideBars], falseBreak, ends))
}

/** Index of the first candle that `cdlHikkake` judges: 5. */
export function cdlHikkakeLookback(_options: CandleOptions = {}): number {
  return lookback
}

/**
 * Hikkake Pattern: an inside bar, a false break out of it, and within three bars a close on the other side.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish at the false break, 200 or -200 where it is confirmed, else 0;
 *   0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLHIKKAKE`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length
 * @example
 * cdlHikkake(open, high, low, close)
 */
export const cdlHikkake = /* @__PURE__ */ pattern(cdlHikkakeKernel)

/** The stream form of `cdlHikkake`. */
export const createCdlHikkake = /* @__PURE__ */ patternStream(cdlHikkakeKernel)
