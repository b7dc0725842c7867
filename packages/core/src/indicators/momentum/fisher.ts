import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { HighLowStream } from '../framework/stream.ts'
import { SlidingExtreme } from '../math-operators/sliding-extreme.ts'

const names = ['value', 'signal'] as const

export type FisherOutput = (typeof names)[number]

export type FisherOptions = IndicatorOptions<Named<FisherOutput>> & {
  /** Bars in the window, 1 to 100,000. @default 9 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function fisherKernel({ period = 9 }: FisherOptions): Kernel {
  integer('period', period, 1)
  const highest = new SlidingExtreme(period, 1)
  const lowest = new SlidingExtreme(period, -1)
  const state = new Float64Array(2)
  return {
    lookback: period - 1,
    window: period,
    states: [state, highest.state, lowest.state],
    scratch: slidingScratch(1),
    forget() {
      highest.forget()
      lowest.forget()
    },
    run(inputs, outputs, start, end) {
      const high = inputs[0]
      const low = inputs[1]
      const value = outputs[0]
      const signal = outputs[1]
      const middle = outputs[2]
      for (let index = start; index < end; index++)
        middle[index] = ((high[index] as number) + (low[index] as number)) / 2
      highest.follow(middle, value, undefined, 0, start, end)
      lowest.follow(middle, signal, undefined, 0, start, end)
      let place = state[0] as number
      let line = state[1] as number
      for (let index = later(start, period - 1); index < end; index++) {
        const bottom = signal[index] as number
        const range = (value[index] as number) - bottom
        const share = range > 0 ? ((middle[index] as number) - bottom) / range - 0.5 : 0
        place = 0.66 * share + 0.67 * place
        if (place > 0.99) place = 0.999
        else if (place < -0.99) place = -0.999
        signal[index] = line
        line = 0.5 * Math.log((1 + place) / (1 - place)) + 0.5 * line
        value[index] = line
      }
      state[0] = place
      state[1] = line
    },
  }
}

/** Index of the first value of `fisher`. */
export function fisherLookback(options: FisherOptions = {}): number {
  return fisherKernel(options).lookback
}

/**
 * Fisher transform: where the bar's middle lies in the last `period` bars, smoothed and stretched so that turns stand out.
 *
 * - Input: `high[n]`, `low[n]`, oldest first.
 * - Output: `value` and `signal` (the value before), `Float64Array[n]` each; the first `period - 1` slots are NaN.
 * - Cost: O(n), three allocations.
 * - Source: J. Ehlers, "Using the Fisher Transform", Stocks & Commodities V. 20:11 (2002); 9 bars as in TradingView's
 *   script, for his 10.
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function fisher(high: Column, low: Column, options: FisherOptions = {}): Named<FisherOutput> {
  return computeNamed(fisherKernel, names, [high, low], options)
}

/** The stream form of `fisher`. */
export function createFisher(options: FisherOptions = {}): HighLowStream<Record<FisherOutput, number>> {
  return createNamedStream(fisherKernel(options), names, 2, options)
}
