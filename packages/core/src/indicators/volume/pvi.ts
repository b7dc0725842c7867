import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { CloseVolumeStream } from '../framework/stream.ts'
import { volumeIndexKernel } from './volume-index.ts'

export type PviOptions = IndicatorOptions

/** The loop with its parameters bound. */
export function pviKernel(_options: PviOptions): Kernel {
  return volumeIndexKernel(1)
}

/** Index of the first value of `pvi`. */
export function pviLookback(options: PviOptions = {}): number {
  return pviKernel(options).lookback
}

/**
 * Positive Volume Index: moves with the price on bars whose volume rises, else stands still. Starts at 1000.
 *
 * - Input: `values[n]`, `volume[n]`, oldest first.
 * - Output: `Float64Array[n]`, an index from 1000, from the first bar.
 * - Cost: O(n).
 * - Source: P. Dysart (1936); N. Fosback, "Stock Market Logic" (1976).
 *
 * @throws {InvalidParameterError} the columns differ in length
 */
export function pvi(values: Column, volume: Column, options: PviOptions = {}): Float64Array {
  return compute(pviKernel, [values, volume], options)
}

/** The stream form of `pvi`. */
export function createPvi(options: PviOptions = {}): CloseVolumeStream {
  return createStream(pviKernel(options), 2, options)
}
