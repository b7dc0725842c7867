import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'
import { trueRange } from '../volatility/true-range.ts'

const names = ['plus', 'minus'] as const

export type VortexOutput = (typeof names)[number]

export type VortexOptions = IndicatorOptions<Named<VortexOutput>> & {
  /** Bars in the window, 1 to 100,000. @default 14 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function vortexKernel({ period = 14 }: VortexOptions): Kernel {
  integer('period', period, 1)
  // Sums of both reaches and of ranges, bars without a range until now.
  const state = new Float64Array(4)
  return {
    lookback: period,
    window: period + 1,
    states: [state],
    scratch: slidingScratch(3),
    run(inputs, outputs, start, end) {
      const high = inputs[0]
      const low = inputs[1]
      const close = inputs[2]
      const up = outputs[2]
      const down = outputs[3]
      const ranges = outputs[4]
      let sumUp = state[0] as number
      let sumDown = state[1] as number
      let sumRange = state[2] as number
      let still = state[3] as number
      for (let index = later(start, 1); index < end; index++) {
        const top = high[index] as number
        const bottom = low[index] as number
        up[index] = Math.abs(top - (low[index - 1] as number))
        down[index] = Math.abs(bottom - (high[index - 1] as number))
        ranges[index] = trueRange(top, bottom, close[index - 1] as number)
        sumUp += up[index] as number
        sumDown += down[index] as number
        sumRange += ranges[index] as number
        still = ranges[index] === 0 ? still + 1 : 0
        // What was added and taken away again leaves some rounding, which is no range.
        if (still >= period) sumRange *= 0
        if (index < period) continue
        outputs[0][index] = sumRange > 0 ? sumUp / sumRange : Number.NaN
        outputs[1][index] = sumRange > 0 ? sumDown / sumRange : Number.NaN
        const old = index - period + 1
        sumUp -= up[old] as number
        sumDown -= down[old] as number
        sumRange -= ranges[old] as number
      }
      state[0] = sumUp
      state[1] = sumDown
      state[2] = sumRange
      state[3] = still
    },
  }
}

/** Index of the first value of `vortex`. */
export function vortexLookback(options: VortexOptions = {}): number {
  return vortexKernel(options).lookback
}

/**
 * Vortex indicator: how far highs reach above the low before, and lows below the high before, in true ranges.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `plus` and `minus`, `Float64Array[n]` each, ratios; the first `period` slots are NaN, and so is a window without range.
 * - Cost: O(n), five allocations.
 * - Source: E. Botes and D. Siepman, "The Vortex Indicator", Stocks & Commodities V. 28:1 (2010).
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function vortex(
  high: Column,
  low: Column,
  close: Column,
  options: VortexOptions = {},
): Named<VortexOutput> {
  return computeNamed(vortexKernel, names, [high, low, close], options)
}

/** The stream form of `vortex`. */
export function createVortex(options: VortexOptions = {}): HighLowCloseStream<Record<VortexOutput, number>> {
  return createNamedStream(vortexKernel(options), names, 3, options)
}
