import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, closeAt, highAt, isWhite, lowAt, lowerEnd, openAt, sign, upperEnd } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlRiseFall3MethodsKernel(options: CandleOptions) {
  const bodyLong4 = new Average(options, 'bodyLong', 4)
  const bodyShort3 = new Average(options, 'bodyShort', 3)
  const bodyShort2 = new Average(options, 'bodyShort', 2)
  const bodyShort1 = new Average(options, 'bodyShort', 1)
  const bodyLong0 = new Average(options, 'bodyLong', 0)
  return candleKernel(
    4,
    [bodyLong4, bodyShort3, bodyShort2, bodyShort1, bodyLong0],
    [
      'xyyyx',
      { longer: bodyLong4 },
      { atMost: bodyShort3 },
      { atMost: bodyShort2 },
      { atMost: bodyShort1 },
      { longer: bodyLong0 },
    ],
    (i) =>
      (isWhite(i - 4)
        ? closeAt(i - 2) < closeAt(i - 3) &&
          closeAt(i - 1) < closeAt(i - 2) &&
          openAt(i) > closeAt(i - 1) &&
          closeAt(i) > closeAt(i - 4)
        : closeAt(i - 2) > closeAt(i - 3) &&
          closeAt(i - 1) > closeAt(i - 2) &&
          openAt(i) < closeAt(i - 1) &&
          closeAt(i) < closeAt(i - 4)) &&
      lowerEnd(i - 3) < highAt(i - 4) &&
      upperEnd(i - 3) > lowAt(i - 4) &&
      lowerEnd(i - 2) < highAt(i - 4) &&
      upperEnd(i - 2) > lowAt(i - 4) &&
      lowerEnd(i - 1) < highAt(i - 4) &&
      upperEnd(i - 1) > lowAt(i - 4) &&
      body(i - 4) > bodyLong4.at(i) &&
      body(i - 3) < bodyShort3.at(i) &&
      body(i - 2) < bodyShort2.at(i) &&
      body(i - 1) < bodyShort1.at(i) &&
      body(i) > bodyLong0.at(i)
        ? sign(i - 4)
        : 0,
  )
}

/** Index of the first candle that `cdlRiseFall3Methods` judges: 4 more than the longest of its settings' periods. */
export const cdlRiseFall3MethodsLookback = /* @__PURE__ */ patternLookback(cdlRiseFall3MethodsKernel)

/**
 * Rising/Falling Three Methods: a long candle, three small ones of the other colour within its range, and a long one that goes on beyond it.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLRISEFALL3METHODS`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlRiseFall3Methods(open, high, low, close)
 */
export const cdlRiseFall3Methods = /* @__PURE__ */ pattern(cdlRiseFall3MethodsKernel)

/** The stream form of `cdlRiseFall3Methods`. */
export const createCdlRiseFall3Methods = /* @__PURE__ */ patternStream(cdlRiseFall3MethodsKernel)
