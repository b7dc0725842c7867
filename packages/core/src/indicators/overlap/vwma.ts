import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { CloseVolumeStream } from '../framework/stream.ts'

export type VwmaOptions = IndicatorOptions & {
  /** Bars in the window, 1 to 100,000. @default 20 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function vwmaKernel({ period = 20 }: VwmaOptions): Kernel {
  integer('period', period, 1)
  // Money, volume, bars without volume until now.
  const state = new Float64Array(3)
  return {
    lookback: period - 1,
    window: period,
    states: [state],
    run(inputs, outputs, start, end) {
      const values = inputs[0]
      const volume = inputs[1]
      const output = outputs[0]
      let money = state[0] as number
      let traded = state[1] as number
      let idle = state[2] as number
      for (let index = start; index < end; index++) {
        money += (values[index] as number) * (volume[index] as number)
        traded += volume[index] as number
        idle = volume[index] === 0 ? idle + 1 : 0
        // Fractions that were added and taken away again leave some rounding, which is no volume.
        if (idle >= period) traded *= 0
        if (index < period - 1) continue
        output[index] = traded > 0 ? money / traded : Number.NaN
        const old = index - period + 1
        money -= (values[old] as number) * (volume[old] as number)
        traded -= volume[old] as number
      }
      state[0] = money
      state[1] = traded
      state[2] = idle
    },
  }
}

/** Index of the first value of `vwma`. */
export function vwmaLookback(options: VwmaOptions = {}): number {
  return vwmaKernel(options).lookback
}

/**
 * Volume-weighted moving average of the last `period` values.
 *
 * - Input: `values[n]`, `volume[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit; the first `period - 1` slots are NaN, and so is a window without volume.
 * - Cost: O(n).
 * - Source: `ta.vwma` in TradingView's Pine Script reference.
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function vwma(values: Column, volume: Column, options: VwmaOptions = {}): Float64Array {
  return compute(vwmaKernel, [values, volume], options)
}

/** The stream form of `vwma`. */
export function createVwma(options: VwmaOptions = {}): CloseVolumeStream {
  return createStream(vwmaKernel(options), 2, options)
}
