import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { bodies } from './candle-memory.ts'
import { closeAt, isWhite, openAt } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdl3OutsideKernel(_options: CandleOptions) {
  return candleKernel(
    3,
    [],
    ['xy?'],
    (i) => {
      const rises =
        +isWhite(i - 1) &
        +(closeAt(i - 1) > openAt(i - 2)) &
        +(openAt(i - 1) < closeAt(i - 2)) &
        +(closeAt(i) > closeAt(i - 1))
      const falls =
        +!isWhite(i - 1) &
        +(openAt(i - 1) > closeAt(i - 2)) &
        +(closeAt(i - 1) < openAt(i - 2)) &
        +(closeAt(i) < closeAt(i - 1))
      return 100 * (rises - falls)
    },
    bodies,
  )
}

/** Index of the first candle that `cdl3Outside` judges: 3. */
export const cdl3OutsideLookback = /* @__PURE__ */ patternLookback(cdl3OutsideKernel)

/**
 * Three Outside Up/Down: a body that engulfs the one before, of the other colour, and a third candle that closes further the same way.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDL3OUTSIDE`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdl3Outside(open, high, low, close)
 */
export const cdl3Outside = /* @__PURE__ */ pattern(cdl3OutsideKernel)

/** The stream form of `cdl3Outside`. */
export const createCdl3Outside = /* @__PURE__ */ patternStream(cdl3OutsideKernel)
