import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { extremes } from '../framework/extremes.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { HighLowStream } from '../framework/stream.ts'
import { slidePlaces, writeLead } from '../framework/window-places.ts'

export type AroonoscOptions = IndicatorOptions & {
  /** Bars looked at, 2 to 100,000. @default 14 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function aroonoscKernel({ period = 14 }: AroonoscOptions): Kernel {
  const bars = integer('period', period, 2) + 1
  const { step, ...places } = extremes(bars, slidePlaces, true)
  return {
    ...places,
    run: (inputs, outputs, start, end) =>
      step(inputs[0], inputs[1], start, end, (from, to) => writeLead(outputs[0], bars, from, to)),
  }
}

/** Index of the first value of `aroonosc`: `period`. */
export function aroonoscLookback(options: AroonoscOptions = {}): number {
  return aroonoscKernel(options).lookback
}

/**
 * Aroon oscillator: Aroon up minus Aroon down.
 *
 * - Input: `high[n]`, `low[n]`, oldest first.
 * - Output: `Float64Array[n]`, -100 to 100; the first `period` slots are NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `AROONOSC`, to the bit.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000, or the columns differ in length
 * @example
 * aroonosc(high, low, { period: 25 })
 */
export function aroonosc(high: Column, low: Column, options: AroonoscOptions = {}): Float64Array {
  return compute(aroonoscKernel, [high, low], options)
}

/** The stream form of `aroonosc`. */
export function createAroonosc(options: AroonoscOptions = {}): HighLowStream {
  return createStream(aroonoscKernel(options), 2, options)
}
