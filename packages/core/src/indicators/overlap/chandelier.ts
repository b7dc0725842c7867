import { asColumns, type Column, type IndicatorOptions, type Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer, real } from '../framework/parameter.ts'
import type { Profile } from '../framework/profile.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'
import { SlidingExtreme } from '../math-operators/sliding-extreme.ts'
import { rangeKernel } from '../volatility/atr.ts'

const names = ['long', 'short'] as const

export type ChandelierOutput = (typeof names)[number]

export type ChandelierOptions = IndicatorOptions<Named<ChandelierOutput>> & {
  /** Bars in the window, 1 to 100,000. @default 22 */
  period?: number | undefined
  /** Average true ranges below the high and above the low, from 0. @default 3 */
  multiplier?: number | undefined
  /** `tradingview` takes the first bar's range into the average true range; see `atr`. @default 'talib-0.6.4' */
  profile?: Profile | undefined
}

/** The loop with its parameters bound. */
export function chandelierKernel(options: ChandelierOptions): Kernel {
  const { period = 22, profile } = options
  const range = rangeKernel({ period, ...(profile && { profile }) })
  const over = chandelierOver(options, range.lookback)
  return {
    ...over,
    states: [...range.states, ...over.states],
    scratch: slidingScratch(1),
    run(inputs, outputs, start, end) {
      range.run(inputs, asColumns([outputs[2]]), start, end)
      over.run(asColumns([inputs[0], inputs[1], inputs[2], outputs[2]]), outputs, start, end)
    },
  }
}

/** The same over the average true range, which is the fourth input. */
export function chandelierOver({ period = 22, multiplier = 3 }: ChandelierOptions, lookback: number): Kernel {
  integer('period', period, 1)
  real('multiplier', multiplier, 0)
  const highest = new SlidingExtreme(period, 1)
  const lowest = new SlidingExtreme(period, -1)
  return {
    lookback,
    window: period,
    states: [highest.state, lowest.state],
    forget() {
      highest.forget()
      lowest.forget()
    },
    run(inputs, outputs, start, end) {
      const range = inputs[3]
      const long = outputs[0]
      const short = outputs[1]
      highest.follow(inputs[0], long, undefined, 0, start, end)
      lowest.follow(inputs[1], short, undefined, 0, start, end)
      for (let index = later(start, lookback); index < end; index++) {
        const reach = multiplier * (range[index] as number)
        long[index] = (long[index] as number) - reach
        short[index] = (short[index] as number) + reach
      }
    },
  }
}

/** Index of the first value of `chandelier`. */
export function chandelierLookback(options: ChandelierOptions = {}): number {
  return chandelierKernel(options).lookback
}

/**
 * Chandelier exit: stops that hang from the highest high and stand on the lowest low of the last `period` bars.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `long`, `short`, `Float64Array[n]` each, price units; the first `period` slots are NaN.
 * - Cost: O(n), three allocations.
 * - Source: C. Le Beau, in A. Elder, "Come into My Trading Room" (2002); StockCharts, ChartSchool, "Chandelier Exit" (22,
 *   3).
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function chandelier(
  high: Column,
  low: Column,
  close: Column,
  options: ChandelierOptions = {},
): Named<ChandelierOutput> {
  return computeNamed(chandelierKernel, names, [high, low, close], options)
}

/** The stream form of `chandelier`. */
export function createChandelier(
  options: ChandelierOptions = {},
): HighLowCloseStream<Record<ChandelierOutput, number>> {
  return createNamedStream(chandelierKernel(options), names, 3, options)
}
