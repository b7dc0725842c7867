import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import { extremes } from '../framework/extremes.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { HighLowStream } from '../framework/stream.ts'
import { slidePlaces, writeRecency } from '../framework/window-places.ts'

const names = ['down', 'up'] as const

export type AroonOutput = (typeof names)[number]

export type AroonOptions = IndicatorOptions<Named<AroonOutput>> & {
  /** Bars looked at, 2 to 100,000. @default 14 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function aroonKernel({ period = 14 }: AroonOptions): Kernel {
  const bars = integer('period', period, 2) + 1
  const { step, ...places } = extremes(bars, slidePlaces, true)
  return {
    ...places,
    run: (inputs, outputs, start, end) =>
      step(inputs[0], inputs[1], start, end, (from, to) =>
        writeRecency(outputs[0], outputs[1], bars, from, to),
      ),
  }
}

/** Index of the first value of `aroon`: `period`. */
export function aroonLookback(options: AroonOptions = {}): number {
  return aroonKernel(options).lookback
}

/**
 * Aroon: how recent the lowest low and the highest high of the last bars are.
 *
 * - Input: `high[n]`, `low[n]`, oldest first.
 * - Output: `{ down, up }`, each `Float64Array[n]`: 100 when the extreme is this bar, 0 when it is `period` bars ago; the first `period` slots are NaN.
 * - Cost: O(n), two allocations.
 * - Parity: TA-Lib `AROON`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000, or the columns differ in length
 * @example
 * const { up, down } = aroon(high, low, { period: 25 })
 */
export function aroon(high: Column, low: Column, options: AroonOptions = {}): Named<AroonOutput> {
  return computeNamed(aroonKernel, names, [high, low], options)
}

/** The stream form of `aroon`. */
export function createAroon(options: AroonOptions = {}): HighLowStream<Record<AroonOutput, number>> {
  return createNamedStream(aroonKernel(options), names, 2, options)
}
