import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import type { CloseVolumeStream } from '../framework/stream.ts'

export type PvtOptions = IndicatorOptions

/** The loop with its parameters bound. */
export function pvtKernel(_options: PvtOptions): Kernel {
  const state = new Float64Array(1)
  return {
    lookback: 0,
    window: 1,
    states: [state],
    run(inputs, outputs, start, end) {
      const values = inputs[0]
      const volume = inputs[1]
      const output = outputs[0]
      let line = state[0] as number
      if (start === 0 && end > 0) output[0] = 0
      for (let index = later(start, 1); index < end; index++) {
        const before = values[index - 1] as number
        if (before !== 0) line += (((values[index] as number) - before) / before) * (volume[index] as number)
        output[index] = line
      }
      state[0] = line
    },
  }
}

/** Index of the first value of `pvt`. */
export function pvtLookback(options: PvtOptions = {}): number {
  return pvtKernel(options).lookback
}

/**
 * Price volume trend: the running total of volume times the return.
 *
 * - Input: `values[n]`, `volume[n]`, oldest first.
 * - Output: `Float64Array[n]`, volume units from 0, from the first bar.
 * - Cost: O(n).
 * - Source: `ta.pvt` in TradingView's Pine Script reference.
 *
 * @throws {InvalidParameterError} the columns differ in length
 */
export function pvt(values: Column, volume: Column, options: PvtOptions = {}): Float64Array {
  return compute(pvtKernel, [values, volume], options)
}

/** The stream form of `pvt`. */
export function createPvt(options: PvtOptions = {}): CloseVolumeStream {
  return createStream(pvtKernel(options), 2, options)
}
