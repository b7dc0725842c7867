import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { bodies } from './candle-memory.ts'
import { bodyGaps, closeAt, isWhite, lowerEnd, openAt, sign, upperEnd } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlXSideGap3MethodsKernel(_options: CandleOptions) {
  return candleKernel(
    2,
    [],
    ['xxy'],
    (i) =>
      sign(i - 2) &
      -(
        +(openAt(i) < upperEnd(i - 1)) &
        +(openAt(i) > lowerEnd(i - 1)) &
        +(closeAt(i) < upperEnd(i - 2)) &
        +(closeAt(i) > lowerEnd(i - 2)) &
        +bodyGaps(i - 1, i - 2, isWhite(i - 2))
      ),
    bodies,
  )
}

/** Index of the first candle that `cdlXSideGap3Methods` judges: 2. */
export const cdlXSideGap3MethodsLookback = /* @__PURE__ */ patternLookback(cdlXSideGap3MethodsKernel)

/**
 * Upside/Downside Gap Three Methods: two candles of one colour with a gap between, and a third that opens in the second body and closes in the first.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLXSIDEGAP3METHODS`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlXSideGap3Methods(open, high, low, close)
 */
export const cdlXSideGap3Methods = /* @__PURE__ */ pattern(cdlXSideGap3MethodsKernel)

/** The stream form of `cdlXSideGap3Methods`. */
export const createCdlXSideGap3Methods = /* @__PURE__ */ patternStream(cdlXSideGap3MethodsKernel)
