import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { HighLowCloseVolumeStream } from '../framework/stream.ts'

export type CmfOptions = IndicatorOptions & {
  /** Bars in the window, 1 to 100,000. @default 20 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function cmfKernel({ period = 20 }: CmfOptions): Kernel {
  integer('period', period, 1)
  // Net volume, volume, bars without volume until now.
  const state = new Float64Array(3)
  return {
    lookback: period - 1,
    window: period,
    states: [state],
    scratch: slidingScratch(1),
    run(inputs, outputs, start, end) {
      const high = inputs[0]
      const low = inputs[1]
      const close = inputs[2]
      const volume = inputs[3]
      const output = outputs[0]
      const flow = outputs[1]
      let net = state[0] as number
      let traded = state[1] as number
      let idle = state[2] as number
      for (let index = start; index < end; index++) {
        const top = high[index] as number
        const bottom = low[index] as number
        const last = close[index] as number
        const size = volume[index] as number
        const range = top - bottom
        flow[index] = range > 0 ? ((last - bottom - (top - last)) / range) * size : 0
        net += flow[index] as number
        traded += size
        idle = size === 0 ? idle + 1 : 0
        // Fractions that were added and taken away again leave some rounding, which is no volume.
        if (idle >= period) traded *= 0
        if (index < period - 1) continue
        output[index] = traded > 0 ? net / traded : Number.NaN
        net -= flow[index - period + 1] as number
        traded -= volume[index - period + 1] as number
      }
      state[0] = net
      state[1] = traded
      state[2] = idle
    },
  }
}

/** Index of the first value of `cmf`. */
export function cmfLookback(options: CmfOptions = {}): number {
  return cmfKernel(options).lookback
}

/**
 * Chaikin money flow: the share of the last `period` bars' volume that was bought less the share that was sold, by where each bar closed in its range.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, `volume[n]`, oldest first.
 * - Output: `Float64Array[n]`, -1 to 1; the first `period - 1` slots are NaN, and so is a window without volume.
 * - Cost: O(n), two allocations.
 * - Source: M. Chaikin; StockCharts, ChartSchool, "Chaikin Money Flow (CMF)".
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function cmf(
  high: Column,
  low: Column,
  close: Column,
  volume: Column,
  options: CmfOptions = {},
): Float64Array {
  return compute(cmfKernel, [high, low, close, volume], options)
}

/** The stream form of `cmf`. */
export function createCmf(options: CmfOptions = {}): HighLowCloseVolumeStream {
  return createStream(cmfKernel(options), 4, options)
}
