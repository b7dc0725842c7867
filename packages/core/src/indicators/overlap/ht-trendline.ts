import { hilbertKernel } from '../cycle/hilbert.ts'
import { trendlineOf } from '../cycle/trendline.ts'
import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { Stream1 } from '../framework/stream.ts'

export type HtTrendlineOptions = IndicatorOptions & {
  /** Leading values to hide while the seed fades. @default 0 */
  unstablePeriod?: number | undefined
}

/** The loop with its parameters bound. */
export function htTrendlineKernel({ unstablePeriod = 0 }: HtTrendlineOptions): Kernel {
  const line = trendlineOf(37)
  return hilbertKernel({
    delay: 37,
    lookback: 63,
    unstablePeriod,
    outputs: 1,
    scratch: 2,
    sinkOf: (columns) => ({ offset: 0, period: columns[2] }),
    follow: {
      ...line,
      run: (inputs, columns, start, end) => line.step(inputs[0], columns[2], columns[0], start, end),
    },
  })
}

/** Index of the first value of `htTrendline`: `63 + unstablePeriod`. */
export function htTrendlineLookback(options: HtTrendlineOptions = {}): number {
  return htTrendlineKernel(options).lookback
}

/**
 * Instantaneous trendline: the price without its dominant cycle, by Ehlers' Hilbert transform.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit as the input; NaN before `htTrendlineLookback`.
 * - Cost: O(n), three allocations.
 * - Parity: TA-Lib `HT_TRENDLINE`, to the bit.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 * @example
 * htTrendline(closes)
 */
export function htTrendline(values: Column, options: HtTrendlineOptions = {}): Float64Array {
  return compute(htTrendlineKernel, [values], options)
}

/** The stream form of `htTrendline`. */
export function createHtTrendline(options: HtTrendlineOptions = {}): Stream1 {
  return createStream(htTrendlineKernel(options), 1, options)
}
