import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { CloseVolumeStream } from '../framework/stream.ts'
import { volumeIndexKernel } from './volume-index.ts'

export type NviOptions = IndicatorOptions

/** The loop with its parameters bound. */
export function nviKernel(_options: NviOptions): Kernel {
  return volumeIndexKernel(-1)
}

/** Index of the first value of `nvi`. */
export function nviLookback(options: NviOptions = {}): number {
  return nviKernel(options).lookback
}

/**
 * Negative Volume Index: moves with the price on bars whose volume falls, else stands still. Starts at 1000.
 *
 * - Input: `values[n]`, `volume[n]`, oldest first.
 * - Output: `Float64Array[n]`, an index from 1000, from the first bar.
 * - Cost: O(n).
 * - Source: P. Dysart (1936); N. Fosback, "Stock Market Logic" (1976).
 *
 * @throws {InvalidParameterError} the columns differ in length
 */
export function nvi(values: Column, volume: Column, options: NviOptions = {}): Float64Array {
  return compute(nviKernel, [values, volume], options)
}

/** The stream form of `nvi`. */
export function createNvi(options: NviOptions = {}): CloseVolumeStream {
  return createStream(nviKernel(options), 2, options)
}
