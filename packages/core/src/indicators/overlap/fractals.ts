import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { HighLowStream } from '../framework/stream.ts'

const names = ['top', 'bottom'] as const

export type FractalsOutput = (typeof names)[number]

export type FractalsOptions = IndicatorOptions<Named<FractalsOutput>> & {
  /** Bars on each side that must be lower (higher), 1 to 100. @default 2 */
  span?: number | undefined
}

/** The loop with its parameters bound. */
export function fractalsKernel({ span = 2 }: FractalsOptions): Kernel {
  integer('span', span, 1, 100)
  const reach = 2 * span
  return {
    lookback: reach,
    window: reach,
    states: [],
    run(inputs, outputs, start, end) {
      const high = inputs[0]
      const low = inputs[1]
      for (let index = later(start, reach); index < end; index++) {
        const top = high[index - span] as number
        const bottom = low[index - span] as number
        let isTop = 1
        let isBottom = 1
        for (let at = index - reach; at <= index; at++) {
          if (at === index - span) continue
          if (!(top > (high[at] as number))) isTop = 0
          if (!(bottom < (low[at] as number))) isBottom = 0
        }
        outputs[0][index] = isTop
        outputs[1][index] = isBottom
      }
    },
  }
}

/** Index of the first value of `fractals`. */
export function fractalsLookback(options: FractalsOptions = {}): number {
  return fractalsKernel(options).lookback
}

/**
 * Williams fractals, marked when they are settled: the bar `span` bars back was a high (low) beyond all its neighbours.
 *
 * - Input: `high[n]`, `low[n]`, oldest first.
 * - Output: `top` and `bottom`, 1 where one is settled, else 0, `Float64Array[n]` each; the first `2 * span` slots are NaN. The turning point itself is `span` bars earlier.
 * - Cost: O(n * span), two allocations.
 * - Source: B. Williams, "Trading Chaos" (1995). Equal neighbours make none; TradingView's script lets up to four earlier
 *   ones be equal.
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function fractals(high: Column, low: Column, options: FractalsOptions = {}): Named<FractalsOutput> {
  return computeNamed(fractalsKernel, names, [high, low], options)
}

/** The stream form of `fractals`. */
export function createFractals(options: FractalsOptions = {}): HighLowStream<Record<FractalsOutput, number>> {
  return createNamedStream(fractalsKernel(options), names, 2, options)
}
