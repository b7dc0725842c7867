import type { CandleOptions } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body, closeAt, sign } from './candles.ts'
import { pattern, patternLookback, patternStream } from './pattern.ts'

/** The loop with its parameters bound. */
export function cdlCounterAttackKernel(options: CandleOptions) {
  const equal1 = new Average(options, 'equal', 1)
  const bodyLong1 = new Average(options, 'bodyLong', 1)
  const bodyLong0 = new Average(options, 'bodyLong', 0)
  return candleKernel(
    1,
    [equal1, bodyLong1, bodyLong0],
    ['xy', { longer: bodyLong1 }, { longer: bodyLong0 }],
    (i) => {
      const equal = equal1.at(i)
      const together = +(closeAt(i) <= closeAt(i - 1) + equal) & +(closeAt(i) >= closeAt(i - 1) - equal)
      return together !== 0 && body(i - 1) > bodyLong1.at(i) && body(i) > bodyLong0.at(i) ? sign(i) : 0
    },
  )
}

/** Index of the first candle that `cdlCounterAttack` judges: 1 more than the longest of its settings' periods. */
export const cdlCounterAttackLookback = /* @__PURE__ */ patternLookback(cdlCounterAttackKernel)

/**
 * Counterattack: two long candles of opposite colours that close at the same price.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLCOUNTERATTACK`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlCounterAttack(open, high, low, close)
 */
export const cdlCounterAttack = /* @__PURE__ */ pattern(cdlCounterAttackKernel)

/** The stream form of `cdlCounterAttack`. */
export const createCdlCounterAttack = /* @__PURE__ */ patternStream(cdlCounterAttackKernel)
