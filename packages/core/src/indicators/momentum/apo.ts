import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { Stream1 } from '../framework/stream.ts'
import { type PriceOscillatorOptions, priceOscillatorKernel } from './price-oscillator.ts'

export type ApoOptions = IndicatorOptions & PriceOscillatorOptions

/** The loop with its parameters bound. */
export function apoKernel(options: ApoOptions): Kernel {
  return priceOscillatorKernel(options, false)
}

/** Index of the first value of `apo`: that of the slower average. */
export function apoLookback(options: ApoOptions = {}): number {
  return apoKernel(options).lookback
}

/**
 * Absolute price oscillator: a faster average minus a slower one.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit as the input; NaN before `apoLookback`.
 * - Cost: O(n), two allocations.
 * - Parity: TA-Lib `APO`, to the bit (within 1e-12 for MAMA).
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 * @example
 * apo(closes, { fastPeriod: 12, slowPeriod: 26, maType: MaType.ema })
 */
export function apo(values: Column, options: ApoOptions = {}): Float64Array {
  return compute(apoKernel, [values], options)
}

/** The stream form of `apo`. */
export function createApo(options: ApoOptions = {}): Stream1 {
  return createStream(apoKernel(options), 1, options)
}
