import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { Stream1 } from '../framework/stream.ts'
import { hilbertKernel } from './hilbert.ts'

export type HtDcperiodOptions = IndicatorOptions & {
  /** Leading values to hide while the seed fades. @default 0 */
  unstablePeriod?: number | undefined
}

/** The loop with its parameters bound. */
export function htDcperiodKernel({ unstablePeriod = 0 }: HtDcperiodOptions): Kernel {
  return hilbertKernel({
    delay: 12,
    lookback: 32,
    unstablePeriod,
    outputs: 1,
    scratch: 1,
    sinkOf: (columns) => ({ offset: 0, period: columns[0] }),
  })
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
 * - Cost: O(n), two allocations.
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
