import type { Column } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { real } from '../framework/parameter.ts'
import type { CandleStream } from '../framework/stream.ts'
import {
  body,
  bodyGapsDown,
  type CandleOptions,
  candleAverage,
  candleRange,
  candleSetting,
} from './candle.ts'

export type CdlMorningStarOptions = CandleOptions & {
  /** Share of the first body that the third candle must win back, from 0. @default 0.3 */
  penetration?: number
}

/** The loop with its parameters bound. */
export function cdlMorningStarKernel(options: CdlMorningStarOptions): Kernel {
  const penetration = real('penetration', options.penetration ?? 0.3, 0)
  const long = candleSetting(options, 'bodyLong')
  const short = candleSetting(options, 'bodyShort')
  const lookback = Math.max(long.period, short.period) + 2
  const state = new Float64Array(3)
  return {
    lookback,
    window: lookback + 1,
    states: [state],
    outputs: 1,
    lead: 0,
    run(inputs, outputs, start, end) {
      const open = inputs[0]
      const high = inputs[1]
      const low = inputs[2]
      const close = inputs[3]
      const found = outputs[0]
      // Totals before the first, the second and the third candle.
      let total2 = state[0] as number
      let total1 = state[1] as number
      let total0 = state[2] as number
      for (let i = start; i < end; i++) {
        if (i >= lookback) {
          const first = close[i - 2] as number
          found[i] =
            first < (open[i - 2] as number) &&
            (close[i] as number) >= (open[i] as number) &&
            body(open, close, i - 2) > candleAverage(long, total2, open, high, low, close, i - 2) &&
            body(open, close, i - 1) <= candleAverage(short, total1, open, high, low, close, i - 1) &&
            bodyGapsDown(open, close, i - 1, i - 2) &&
            body(open, close, i) > candleAverage(short, total0, open, high, low, close, i) &&
            (close[i] as number) > first + body(open, close, i - 2) * penetration
              ? 100
              : 0
          total2 +=
            candleRange(long.range, open, high, low, close, i - 2) -
            candleRange(long.range, open, high, low, close, i - 2 - long.period)
          total1 +=
            candleRange(short.range, open, high, low, close, i - 1) -
            candleRange(short.range, open, high, low, close, i - 1 - short.period)
          total0 +=
            candleRange(short.range, open, high, low, close, i) -
            candleRange(short.range, open, high, low, close, i - short.period)
        } else {
          if (i >= lookback - long.period) total2 += candleRange(long.range, open, high, low, close, i - 2)
          if (i >= lookback - short.period) {
            total1 += candleRange(short.range, open, high, low, close, i - 1)
            total0 += candleRange(short.range, open, high, low, close, i)
          }
        }
      }
      state[0] = total2
      state[1] = total1
      state[2] = total0
    },
  }
}

/** Index of the first candle that `cdlMorningStar` judges: 12 with the default settings. */
export function cdlMorningStarLookback(options: CdlMorningStarOptions = {}): number {
  return cdlMorningStarKernel(options).lookback
}

/**
 * Morning star: a long black body, a short body gapping down, a white body closing well within the first.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 for the pattern, else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLMORNINGSTAR`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length, or a parameter or setting is out of range
 * @example
 * cdlMorningStar(open, high, low, close, { penetration: 0.5 })
 */
export function cdlMorningStar(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CdlMorningStarOptions = {},
): Float64Array {
  return compute(cdlMorningStarKernel(options), [open, high, low, close], options)
}

/** The stream form of `cdlMorningStar`. */
export function createCdlMorningStar(options: CdlMorningStarOptions = {}): CandleStream {
  return createStream(cdlMorningStarKernel(options), 4, options)
}
