import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { HighLowStream } from '../framework/stream.ts'
import { smaSeries } from '../overlap/sma.ts'

export type AwesomeOptions = IndicatorOptions & {
  /** Bars of the fast average, 1 to 100,000. @default 5 */
  fastPeriod?: number | undefined
  /** Bars of the slow average, 1 to 100,000. @default 34 */
  slowPeriod?: number | undefined
}

/** The loop with its parameters bound. */
export function awesomeKernel({ fastPeriod = 5, slowPeriod = 34 }: AwesomeOptions): Kernel {
  integer('fastPeriod', fastPeriod, 1)
  integer('slowPeriod', slowPeriod, 1)
  const fast = smaSeries(fastPeriod)
  const slow = smaSeries(slowPeriod)
  const longest = Math.max(fast.lookback, slow.lookback)
  return {
    lookback: longest,
    window: Math.max(fast.window, slow.window),
    states: [...fast.states, ...slow.states],
    scratch: slidingScratch(2),
    run(inputs, outputs, start, end) {
      const high = inputs[0]
      const low = inputs[1]
      const output = outputs[0]
      const middle = outputs[1]
      const calm = outputs[2]
      for (let index = start; index < end; index++)
        middle[index] = ((high[index] as number) + (low[index] as number)) / 2
      fast.step(middle, output, start, end)
      slow.step(middle, calm, start, end)
      for (let index = later(start, longest); index < end; index++)
        output[index] = (output[index] as number) - (calm[index] as number)
    },
  }
}

/** Index of the first value of `awesome`. */
export function awesomeLookback(options: AwesomeOptions = {}): number {
  return awesomeKernel(options).lookback
}

/**
 * Awesome oscillator: a fast less a slow average of the bar's middle.
 *
 * - Input: `high[n]`, `low[n]`, oldest first.
 * - Output: `Float64Array[n]`, price units; NaN until the slow average is full.
 * - Cost: O(n), three allocations.
 * - Source: B. Williams, "New Trading Dimensions" (1998).
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function awesome(high: Column, low: Column, options: AwesomeOptions = {}): Float64Array {
  return compute(awesomeKernel, [high, low], options)
}

/** The stream form of `awesome`. */
export function createAwesome(options: AwesomeOptions = {}): HighLowStream {
  return createStream(awesomeKernel(options), 2, options)
}
