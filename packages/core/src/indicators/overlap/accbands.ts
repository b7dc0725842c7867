import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'
import { isZero } from '../framework/zero.ts'
import { type BandOutput, bandNames as names } from './bands.ts'

export type AccbandsOptions = IndicatorOptions<Named<BandOutput>> & {
  /** Bars averaged, 2 to 100,000. @default 20 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function accbandsKernel({ period = 20 }: AccbandsOptions): Kernel {
  integer('period', period, 2)
  const lookback = period - 1
  const state = new Float64Array(3)
  return {
    lookback,
    window: period,
    states: [state],
    scratch: slidingScratch(2),
    run(inputs, outputs, start, end) {
      const high = inputs[0]
      const low = inputs[1]
      const close = inputs[2]
      const upper = outputs[0]
      const middle = outputs[1]
      const lower = outputs[2]
      const tops = outputs[3]
      const bottoms = outputs[4]
      const span = +period
      let top = state[0] as number
      let center = state[1] as number
      let bottom = state[2] as number
      for (let index = start; index < end; index++) {
        const highest = high[index] as number
        const lowest = low[index] as number
        const total = highest + lowest
        const widening = isZero(total) ? 0 : (4 * (highest - lowest)) / total
        const above = highest * (1 + widening)
        const below = lowest * (1 - widening)
        tops[index] = above
        bottoms[index] = below
        top += above
        center += close[index] as number
        bottom += below
        if (index >= lookback) {
          upper[index] = top / span
          middle[index] = center / span
          lower[index] = bottom / span
          const trailing = index - lookback
          top -= tops[trailing] as number
          center -= close[trailing] as number
          bottom -= bottoms[trailing] as number
        }
      }
      state[0] = top
      state[1] = center
      state[2] = bottom
    },
  }
}

/** Index of the first value of `accbands`: `period - 1`. */
export function accbandsLookback(options: AccbandsOptions = {}): number {
  return accbandsKernel(options).lookback
}

/**
 * Acceleration bands: averages of the close and of highs and lows widened by the bar's range.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `{ upper, middle, lower }`, each `Float64Array[n]`, price units; the first `period - 1` slots are NaN.
 * - Cost: O(n), five allocations.
 * - Parity: TA-Lib `ACCBANDS`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000, or the columns differ in length
 * @example
 * const { upper, middle, lower } = accbands(high, low, close, { period: 20 })
 */
export function accbands(
  high: Column,
  low: Column,
  close: Column,
  options: AccbandsOptions = {},
): Named<BandOutput> {
  return computeNamed(accbandsKernel, names, [high, low, close], options)
}

/** The stream form of `accbands`. */
export function createAccbands(
  options: AccbandsOptions = {},
): HighLowCloseStream<Record<BandOutput, number>> {
  return createNamedStream(accbandsKernel(options), names, 3, options)
}
