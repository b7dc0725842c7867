import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { Stream1 } from '../framework/stream.ts'
import { dominantPhase } from './dominant-phase.ts'
import { hilbertTransform } from './hilbert.ts'

export type HtDcphaseOptions = IndicatorOptions & {
  /** Leading values to hide while the seed fades. @default 0 */
  unstablePeriod?: number
}

/** The loop with its parameters bound. */
export function htDcphaseKernel({ unstablePeriod = 0 }: HtDcphaseOptions): Kernel {
  const transform = hilbertTransform(37)
  const phase = dominantPhase(37)
  return {
    lookback: 63 + integer('unstablePeriod', unstablePeriod, 0),
    window: phase.window,
    states: [...transform.states, ...phase.states],
    scratch: slidingScratch(2),
    run(inputs, outputs, start, end) {
      transform.step(inputs[0], outputs[1], { offset: 0, period: outputs[2] }, start, end)
      phase.step(outputs[1], outputs[2], outputs[0], start, end)
    },
  }
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
