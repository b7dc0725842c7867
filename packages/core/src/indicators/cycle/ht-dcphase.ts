import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { Stream1 } from '../framework/stream.ts'
import { dominantPhase } from './dominant-phase.ts'
import { hilbertKernel } from './hilbert.ts'

export type HtDcphaseOptions = IndicatorOptions & {
  /** Leading values to hide while the seed fades. @default 0 */
  unstablePeriod?: number | undefined
}

/** The loop with its parameters bound. */
export function htDcphaseKernel({ unstablePeriod = 0 }: HtDcphaseOptions): Kernel {
  const phase = dominantPhase(37)
  return hilbertKernel({
    delay: 37,
    lookback: 63,
    unstablePeriod,
    outputs: 1,
    scratch: 2,
    sinkOf: (columns) => ({ offset: 0, period: columns[2] }),
    follow: {
      ...phase,
      run: (_, columns, start, end) => phase.step(columns[1], columns[2], columns[0], start, end),
    },
  })
}

/** Index of the first value of `htDcphase`: `63 + unstablePeriod`. */
export function htDcphaseLookback(options: HtDcphaseOptions = {}): number {
  return htDcphaseKernel(options).lookback
}

/**
 * Phase of the dominant cycle, by Ehlers' Hilbert transform.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, degrees, -45 to 315; NaN before `htDcphaseLookback`.
 * - Cost: O(n), three allocations.
 * - Parity: TA-Lib `HT_DCPHASE`, within 1e-9 absolute: sine and cosine differ between C libraries.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 * @example
 * htDcphase(closes)
 */
export function htDcphase(values: Column, options: HtDcphaseOptions = {}): Float64Array {
  return compute(htDcphaseKernel, [values], options)
}

/** The stream form of `htDcphase`. */
export function createHtDcphase(options: HtDcphaseOptions = {}): Stream1 {
  return createStream(htDcphaseKernel(options), 1, options)
}
