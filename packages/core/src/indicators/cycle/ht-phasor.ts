import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import type { Stream1 } from '../framework/stream.ts'
import { hilbertKernel } from './hilbert.ts'

const names = ['inPhase', 'quadrature'] as const

export type HtPhasorOutput = (typeof names)[number]

export type HtPhasorOptions = IndicatorOptions<Named<HtPhasorOutput>> & {
  /** Leading values to hide while the seed fades. @default 0 */
  unstablePeriod?: number | undefined
}

/** The loop with its parameters bound. */
export function htPhasorKernel({ unstablePeriod = 0 }: HtPhasorOptions): Kernel {
  return hilbertKernel({
    delay: 12,
    lookback: 32,
    unstablePeriod,
    outputs: 2,
    scratch: 1,
    sinkOf: (columns) => ({ offset: 0, inPhase: columns[0], quadrature: columns[1] }),
  })
}

/** Index of the first value of `htPhasor`: `32 + unstablePeriod`. */
export function htPhasorLookback(options: HtPhasorOptions = {}): number {
  return htPhasorKernel(options).lookback
}

/**
 * Phasor components of the dominant cycle, by Ehlers' Hilbert transform.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `{ inPhase, quadrature }`, each `Float64Array[n]`, same unit as the input; NaN before `htPhasorLookback`.
 * - Cost: O(n), three allocations.
 * - Parity: TA-Lib `HT_PHASOR`, to the bit where the C library rounds the arc tangent correctly.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 * @example
 * const { inPhase, quadrature } = htPhasor(closes)
 */
export function htPhasor(values: Column, options: HtPhasorOptions = {}): Named<HtPhasorOutput> {
  return computeNamed(htPhasorKernel, names, [values], options)
}

/** The stream form of `htPhasor`. */
export function createHtPhasor(options: HtPhasorOptions = {}): Stream1<Record<HtPhasorOutput, number>> {
  return createNamedStream(htPhasorKernel(options), names, 1, options)
}
