import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { HighLowCloseVolumeStream } from '../framework/stream.ts'

export { noLookback as adLookback } from '../framework/no-lookback.ts'

/** The loop. */
export function adKernel(): Kernel {
  const state = new Float64Array(1)
  return {
    lookback: 0,
    window: 0,
    states: [state],
    run(inputs, outputs, start, end) {
      const high = inputs[0]
      const low = inputs[1]
      const close = inputs[2]
      const volume = inputs[3]
      const output = outputs[0]
      let line = state[0] as number
      for (let index = start; index < end; index++) {
        const top = high[index] as number
        const bottom = low[index] as number
        const last = close[index] as number
        const range = top - bottom
        if (range > 0) line += ((last - bottom - (top - last)) / range) * (volume[index] as number)
        output[index] = line
      }
      state[0] = line
    },
  }
}

/**
 * Accumulation/distribution line: the running total of volume, weighted by where in its range each bar closed.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, `volume[n]`, oldest first.
 * - Output: `Float64Array[n]`, volume units from an arbitrary start.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `AD`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length
 * @example
 * ad([3, 3], [1, 1], [3, 2], [10, 10]) // [10, 10]
 */
export function ad(
  high: Column,
  low: Column,
  close: Column,
  volume: Column,
  options: IndicatorOptions = {},
): Float64Array {
  return compute(adKernel, [high, low, close, volume], options)
}

/** The stream form of `ad`. */
export function createAd(options: IndicatorOptions = {}): HighLowCloseVolumeStream {
  return createStream(adKernel(), 4, options)
}
