import type { Column } from '../framework/column.ts'
import type { CandleStream } from '../framework/stream.ts'
import { body, bodyGapsDown, bodyGapsUp, type CandleOptions, isWhite } from './candle.ts'
import { candleKernel, computePattern, createPatternStream } from './candle-kernel.ts'

/** The loop with its parameters bound. */
export function cdlDojiStarKernel(options: CandleOptions) {
  return candleKernel(
    options,
    [
      ['bodyLong', 1],
      ['bodyDoji', 0],
    ],
    1,
    (open, _high, _low, close, found, start, end, base, averages) => {
      const bodyLong1 = averages[0]
      const bodyDoji0 = averages[1]
      for (let i = start; i < end; i++) {
        found[i] =
          (isWhite(open, close, i - 1)
            ? bodyGapsUp(open, close, i, i - 1)
            : bodyGapsDown(open, close, i, i - 1)) &&
          body(open, close, i - 1) > (bodyLong1[i - base] as number) &&
          body(open, close, i) <= (bodyDoji0[i - base] as number)
            ? isWhite(open, close, i - 1)
              ? -100
              : 100
            : 0
      }
    },
  )
}

/** Index of the first candle that `cdlDojiStar` judges: 1 more than the longest of its settings' periods. */
export function cdlDojiStarLookback(options: CandleOptions = {}): number {
  return cdlDojiStarKernel(options).lookback
}

/**
 * Doji Star: a long candle and a doji that gaps on in its direction.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLDOJISTAR`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a setting is out of range
 * @example
 * cdlDojiStar(open, high, low, close)
 */
export function cdlDojiStar(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return computePattern(cdlDojiStarKernel(options), open, high, low, close, options)
}

/** The stream form of `cdlDojiStar`. */
export function createCdlDojiStar(options: CandleOptions = {}): CandleStream {
  return createPatternStream(cdlDojiStarKernel(options), options)
}
