import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, lowerShadow, sign, upperShadow } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlHighWaveKernel(options: CandleOptions) {
  const bodyShort0 = new Average(options, 'bodyShort', 0)
  const shadowVeryLong0 = new Average(options, 'shadowVeryLong', 0)
  return candleKernel(0, [bodyShort0, shadowVeryLong0], [{ atMost: bodyShort0 }], (i) => {
    const veryLong = shadowVeryLong0.at(i)
    const shadows = +(upperShadow(i) > veryLong) & +(lowerShadow(i) > veryLong)
    return sign(i) & -(shadows & +(body(i) < bodyShort0.at(i)))
  })
}

/** Index of the first candle that `cdlHighWave` judges: the longest of its settings' periods. */
export const cdlHighWaveLookback = /* @__PURE__ */ patternLookback(cdlHighWaveKernel)

/**
 * High-Wave Candle: a short body with very long shadows on both sides.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 white, -100 black, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLHIGHWAVE`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlHighWave(open, high, low, close)
 */
export const cdlHighWave = /* @__PURE__ */ pattern(cdlHighWaveKernel)

/** The stream form of `cdlHighWave`. */
export const createCdlHighWave = /* @__PURE__ */ patternStream(cdlHighWaveKernel)
