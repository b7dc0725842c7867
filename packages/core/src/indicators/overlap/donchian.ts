import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { HighLowStream } from '../framework/stream.ts'
import { SlidingExtreme } from '../math-operators/sliding-extreme.ts'

const names = ['upper', 'middle', 'lower'] as const

export type DonchianOutput = (typeof names)[number]

export type DonchianOptions = IndicatorOptions<Named<DonchianOutput>> & {
  /** Bars in the window, 1 to 100,000. @default 20 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function donchianKernel({ period = 20 }: DonchianOptions): Kernel {
  integer('period', period, 1)
  const highest = new SlidingExtreme(period, 1)
  const lowest = new SlidingExtreme(period, -1)
  return {
    lookback: period - 1,
    window: period,
    states: [highest.state, lowest.state],
    forget() {
      highest.forget()
      lowest.forget()
    },
    run(inputs, outputs, start, end) {
      const high = inputs[0]
      const low = inputs[1]
      const upper = outputs[0]
      const middle = outputs[1]
      const lower = outputs[2]
      highest.follow(high, upper, undefined, 0, start, end)
      lowest.follow(low, lower, undefined, 0, start, end)
      for (let index = later(start, period - 1); index < end; index++)
        middle[index] = ((upper[index] as number) + (lower[index] as number)) / 2
    },
  }
}

/** Index of the first value of `donchian`. */
export function donchianLookback(options: DonchianOptions = {}): number {
  return donchianKernel(options).lookback
}

/**
 * Donchian channels: the highest high and the lowest low of the last `period` bars, and their middle.
 *
 * - Input: `high[n]`, `low[n]`, oldest first.
 * - Output: `upper`, `middle`, `lower`, `Float64Array[n]` each, price units; the first `period - 1` slots are NaN.
 * - Cost: O(n), three allocations.
 * - Source: R. Donchian's four-week rule (1960); the current bar counts, as in TradingView's script "Donchian Channels".
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function donchian(high: Column, low: Column, options: DonchianOptions = {}): Named<DonchianOutput> {
  return computeNamed(donchianKernel, names, [high, low], options)
}

/** The stream form of `donchian`. */
export function createDonchian(options: DonchianOptions = {}): HighLowStream<Record<DonchianOutput, number>> {
  return createNamedStream(donchianKernel(options), names, 2, options)
}
