import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Profile } from '../framework/profile.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { CloseVolumeStream } from '../framework/stream.ts'
import { profiledEma } from '../overlap/ema.ts'

export type EfiOptions = IndicatorOptions & {
  /** Bars of the average, 1 to 100,000. @default 13 */
  period?: number | undefined
  /** `tradingview` seeds each average with its first value. @default 'talib-0.6.4' */
  profile?: Profile | undefined
}

/** The loop with its parameters bound. */
export function efiKernel({ period = 13, profile }: EfiOptions): Kernel {
  integer('period', period, 1)
  const average = profiledEma(profile, period, 1)
  return {
    lookback: average.lookback,
    window: 1,
    states: average.states,
    scratch: slidingScratch(1),
    run(inputs, outputs, start, end) {
      const values = inputs[0]
      const volume = inputs[1]
      const force = outputs[1]
      for (let index = later(start, 1); index < end; index++)
        force[index] = ((values[index] as number) - (values[index - 1] as number)) * (volume[index] as number)
      average.step(force, outputs[0], start, end)
    },
  }
}

/** Index of the first value of `efi`. */
export function efiLookback(options: EfiOptions = {}): number {
  return efiKernel(options).lookback
}

/**
 * Elder's force index: an exponential average of the change times the volume.
 *
 * - Input: `values[n]`, `volume[n]`, oldest first.
 * - Output: `Float64Array[n]`, price times volume; the first `period` slots are NaN.
 * - Cost: O(n), two allocations.
 * - Source: A. Elder, "Trading for a Living" (1993).
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function efi(values: Column, volume: Column, options: EfiOptions = {}): Float64Array {
  return compute(efiKernel, [values, volume], options)
}

/** The stream form of `efi`. */
export function createEfi(options: EfiOptions = {}): CloseVolumeStream {
  return createStream(efiKernel(options), 2, options)
}
