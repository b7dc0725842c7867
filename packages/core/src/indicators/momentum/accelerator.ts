import { asColumns, type Column, type IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { HighLowStream } from '../framework/stream.ts'
import { smaSeries } from '../overlap/sma.ts'
import { awesomeKernel } from './awesome.ts'

export type AcceleratorOptions = IndicatorOptions & {
  /** Bars of the fast average, 1 to 100,000. @default 5 */
  fastPeriod?: number | undefined
  /** Bars of the slow average, 1 to 100,000. @default 34 */
  slowPeriod?: number | undefined
  /** Bars of the average that is taken away, 1 to 100,000. @default 5 */
  signalPeriod?: number | undefined
}

/** The loop with its parameters bound. */
export function acceleratorKernel(options: AcceleratorOptions): Kernel {
  const awesome = awesomeKernel(options)
  const over = acceleratorOver(options, awesome.lookback)
  return {
    ...over,
    window: Math.max(awesome.window, over.window),
    states: [...awesome.states, ...over.states],
    scratch: slidingScratch(3),
    run(inputs, outputs, start, end) {
      // The line is kept apart: its earlier values leave the average later.
      awesome.run(inputs, asColumns([outputs[1], outputs[2], outputs[3]]), start, end)
      over.run(asColumns([inputs[0], inputs[1], outputs[1]]), outputs, start, end)
    },
  }
}

/** The same over the awesome oscillator, which is the third input and valid from bar `origin` on. */
export function acceleratorOver({ signalPeriod = 5 }: AcceleratorOptions, origin: number): Kernel {
  const smooth = smaSeries(integer('signalPeriod', signalPeriod, 1), origin)
  return {
    lookback: smooth.lookback,
    window: smooth.window,
    states: smooth.states,
    run(inputs, outputs, start, end) {
      const line = inputs[2]
      const output = outputs[0]
      smooth.step(line, output, start, end)
      for (let index = later(start, smooth.lookback); index < end; index++)
        output[index] = (line[index] as number) - (output[index] as number)
    },
  }
}

/** Index of the first value of `accelerator`. */
export function acceleratorLookback(options: AcceleratorOptions = {}): number {
  return acceleratorKernel(options).lookback
}

/**
 * Accelerator oscillator: the awesome oscillator less its own average.
 *
 * - Input: `high[n]`, `low[n]`, oldest first.
 * - Output: `Float64Array[n]`, price units; NaN until both averages are full.
 * - Cost: O(n), four allocations.
 * - Source: B. Williams, "New Trading Dimensions" (1998).
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function accelerator(high: Column, low: Column, options: AcceleratorOptions = {}): Float64Array {
  return compute(acceleratorKernel, [high, low], options)
}

/** The stream form of `accelerator`. */
export function createAccelerator(options: AcceleratorOptions = {}): HighLowStream {
  return createStream(acceleratorKernel(options), 2, options)
}
