import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { Stream1 } from '../framework/stream.ts'
import { type PriceOscillatorOptions, priceOscillatorKernel } from './price-oscillator.ts'

export type PpoOptions = IndicatorOptions & PriceOscillatorOptions

/** The loop with its parameters bound. */
export function ppoKernel(options: PpoOptions): Kernel {
  return priceOscillatorKernel(options, true)
}

/** Index of the first value of `ppo`: that of the slower average. */
export function ppoLookback(options: PpoOptions = {}): number {
  return ppoKernel(options).lookback
}

/**
 * Percentage price oscillator: a faster average minus a slower one, as a share of the slower one.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, percent; NaN before `ppoLookback`; 0 where the slower average is 0.
 * - Cost: O(n), two allocations.
 * - Parity: TA-Lib `PPO`, to the bit (within 1e-12 for MAMA).
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 * @example
 * ppo(closes, { fastPeriod: 12, slowPeriod: 26, maType: MaType.ema })
 */
export function ppo(values: Column, options: PpoOptions = {}): Float64Array {
  return compute(ppoKernel, [values], options)
}

/** The stream form of `ppo`. */
export function createPpo(options: PpoOptions = {}): Stream1 {
  return createStream(ppoKernel(options), 1, options)
}
