import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'

export type EntropyOptions = IndicatorOptions & {
  /** Bars in the window, 2 to 100,000. @default 10 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function entropyKernel({ period = 10 }: EntropyOptions): Kernel {
  const lookback = integer('period', period, 2) - 1
  return {
    lookback,
    window: period,
    states: [],
    run(inputs, outputs, start, end) {
      const values = inputs[0]
      const output = outputs[0]
      for (let index = later(start, lookback); index < end; index++) {
        let sum = 0
        for (let at = index - lookback; at <= index; at++) sum += values[at] as number
        let bits = 0
        for (let at = index - lookback; at <= index; at++) {
          const share = (values[at] as number) / sum
          bits -= share * Math.log2(share)
        }
        output[index] = bits
      }
    },
  }
}

/** Index of the first value of `entropy`. */
export function entropyLookback(options: EntropyOptions = {}): number {
  return entropyKernel(options).lookback
}

/**
 * Shannon entropy of the shares that the last `period` values have in their sum: `log2(period)` when they are equal.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, bits; the first `period - 1` slots are NaN. Values must be above 0.
 * - Cost: O(n * period), one allocation.
 * - Source: C. Shannon, "A Mathematical Theory of Communication" (1948). pandas-ta's `entropy` takes each share of its own
 *   bar's window.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 */
export function entropy(values: Column, options: EntropyOptions = {}): Float64Array {
  return compute(entropyKernel, [values], options)
}

/** The stream form of `entropy`. */
export function createEntropy(options: EntropyOptions = {}): Stream1 {
  return createStream(entropyKernel(options), 1, options)
}
