import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { hilbertTransform } from './hilbert.ts'

export type HtDcperiodOptions = IndicatorOptions & {
  /** Leading values to hide while the seed fades. @default 0 */
  unstablePeriod?: number
}

/** The loop with its parameters bound. */
export function htDcperiodKernel({ unstablePeriod = 0 }: HtDcperiodOptions): Kernel {
  const transform = hilbertTransform(12)
  return {
    lookback: 32 + integer('unstablePeriod', unstablePeriod, 0),
    window: transform.window,
    states: transform.states,
    run: (inputs, outputs, start, end) =>
      transform.step(inputs[0], { offset: 0, period: outputs[0] }, start, end),
  }
}

/** Index of the first value of `htDcperiod`: `32 + unstablePeriod`. */
export function htDcperiodLookback(options: HtDcperiodOptions = {}): number {
  return htDcperiodKernel(options).lookback
}

/**
 * Period of the dominant cycle, by Ehlers' Hilbert transform.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, bars, 6 to 50; NaN before `htDcperiodLookback`.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `HT_DCPERIOD`, to the bit where the C library rounds the arc tangent correctly.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 * @example
 * htDcperiod(closes)
 */
export function htDcperiod(values: Column, options: HtDcperiodOptions = {}): Float64Array {
  return compute(htDcperiodKernel, [values], options)
}

/** The stream form of `htDcperiod`. */
export function createHtDcperiod(options: HtDcperiodOptions = {}): Stream1 {
  return createStream(htDcperiodKernel(options), 1, options)
}
