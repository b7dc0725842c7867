import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, type CandleOptions, isWhite } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlCounterAttackKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['equal', 1],
      ['bodyLong', 1],
      ['bodyLong', 0],
    ],
    1,
    (open, _high, _low, close, found, start, end, base, averages) => {
      const equal1 = averages[0]
      const bodyLong1 = averages[1]
      const bodyLong0 = averages[2]
      for (let i = start; i < end; i++) {
        found[i] =
          isWhite(open, close, i - 1) !== isWhite(open, close, i) &&
          body(open, close, i - 1) > (bodyLong1[i - base] as number) &&
          body(open, close, i) > (bodyLong0[i - base] as number) &&
          (close[i] as number) <= (close[i - 1] as number) + (equal1[i - base] as number) &&
          (close[i] as number) >= (close[i - 1] as number) - (equal1[i - base] as number)
            ? isWhite(open, close, i)
              ? 100
              : -100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlCounterAttack` judges: 1 more than the longest of its settings' periods. */
export function cdlCounterAttackLookback(options: CandleOptions = {}): number {
  return cdlCounterAttackKernel(options).lookback
}

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
export function cdlCounterAttack(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlCounterAttackKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlCounterAttack`. */
export function createCdlCounterAttack(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlCounterAttackKernel(options), options)
}
