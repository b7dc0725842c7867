import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { real } from '../framework/parameter.ts'
import type { HighLowStream } from '../framework/stream.ts'
import { parabolicKernel } from './parabolic.ts'

export type SarextOptions = IndicatorOptions & {
  /** First stop: positive rising, negative falling, 0 for the side of the first move. @default 0 */
  startValue?: number | undefined
  /** Share of the stop by which it is moved away on a reversal, from 0. @default 0 */
  offsetOnReverse?: number | undefined
  /** First step of a rising stop, from 0. @default 0.02 */
  accelerationInitLong?: number | undefined
  /** Further steps of a rising stop, from 0. @default 0.02 */
  accelerationLong?: number | undefined
  /** Largest step of a rising stop, from 0. @default 0.2 */
  accelerationMaxLong?: number | undefined
  /** First step of a falling stop, from 0. @default 0.02 */
  accelerationInitShort?: number | undefined
  /** Further steps of a falling stop, from 0. @default 0.02 */
  accelerationShort?: number | undefined
  /** Largest step of a falling stop, from 0. @default 0.2 */
  accelerationMaxShort?: number | undefined
}

/** The loop with its parameters bound. */
export function sarextKernel(options: SarextOptions): Kernel {
  const step = (name: keyof SarextOptions & `acceleration${string}`, value: number) =>
    real(name, options[name] ?? value, 0)
  return parabolicKernel(
    [step('accelerationInitLong', 0.02), step('accelerationLong', 0.02), step('accelerationMaxLong', 0.2)],
    [step('accelerationInitShort', 0.02), step('accelerationShort', 0.02), step('accelerationMaxShort', 0.2)],
    real('startValue', options.startValue ?? 0),
    real('offsetOnReverse', options.offsetOnReverse ?? 0, 0),
    -1,
  )
}

/** Index of the first value of `sarext`: 1. */
export function sarextLookback(options: SarextOptions = {}): number {
  return sarextKernel(options).lookback
}

/**
 * Parabolic SAR with steps of their own for rising and falling stops; falling stops are negative.
 *
 * - Input: `high[n]`, `low[n]`, oldest first.
 * - Output: `Float64Array[n]`, price units, negative where the stop falls; the first slot is NaN.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `SAREXT`, to the bit.
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 * @example
 * sarext(high, low, { accelerationMaxShort: 0.1 })
 */
export function sarext(high: Column, low: Column, options: SarextOptions = {}): Float64Array {
  return compute(sarextKernel, [high, low], options)
}

/** The stream form of `sarext`. */
export function createSarext(options: SarextOptions = {}): HighLowStream {
  return createStream(sarextKernel(options), 2, options)
}
