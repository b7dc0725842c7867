import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import type { CandleStream } from '../framework/stream.ts'

const names = ['open', 'high', 'low', 'close'] as const

export type HeikinAshiOutput = (typeof names)[number]

export type HeikinAshiOptions = IndicatorOptions<Named<HeikinAshiOutput>>

/** The loop with its parameters bound. */
export function heikinAshiKernel(_options: HeikinAshiOptions): Kernel {
  const state = new Float64Array(3)
  return {
    lookback: 0,
    window: 0,
    states: [state],
    run(inputs, outputs, start, end) {
      const open = inputs[0]
      const high = inputs[1]
      const low = inputs[2]
      const close = inputs[3]
      for (let index = start; index < end; index++) {
        const o = open[index] as number
        const h = high[index] as number
        const l = low[index] as number
        const c = close[index] as number
        const averagedClose = (o + h + l + c) / 4
        const averagedOpen = state[2] === 0 ? (o + c) / 2 : ((state[0] as number) + (state[1] as number)) / 2
        const top = Math.max(averagedOpen, averagedClose)
        const bottom = Math.min(averagedOpen, averagedClose)
        outputs[0][index] = averagedOpen
        outputs[1][index] = Math.max(h, top)
        outputs[2][index] = Math.min(l, bottom)
        outputs[3][index] = averagedClose
        state[0] = averagedOpen
        state[1] = averagedClose
        state[2] = 1
      }
    },
  }
}

/** Index of the first value of `heikinAshi`. */
export function heikinAshiLookback(options: HeikinAshiOptions = {}): number {
  return heikinAshiKernel(options).lookback
}

/**
 * Heikin-Ashi candles: averaged bars whose open is the middle of the averaged bar before.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `open`, `high`, `low`, `close`, `Float64Array[n]` each, price units, from the first bar.
 * - Cost: O(n), four allocations.
 * - Source: D. Valcu, "Using the Heikin-Ashi Technique", Stocks & Commodities V. 22:2 (2004); the first open is the middle
 *   of the first body, as in StockCharts, ChartSchool, "Heikin-Ashi".
 *
 * @throws {InvalidParameterError} the columns differ in length
 */
export function heikinAshi(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: HeikinAshiOptions = {},
): Named<HeikinAshiOutput> {
  return computeNamed(heikinAshiKernel, names, [open, high, low, close], options)
}

/** The stream form of `heikinAshi`. */
export function createHeikinAshi(
  options: HeikinAshiOptions = {},
): CandleStream<Record<HeikinAshiOutput, number>> {
  return createNamedStream(heikinAshiKernel(options), names, 4, options)
}
