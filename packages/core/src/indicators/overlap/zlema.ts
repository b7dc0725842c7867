import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Profile } from '../framework/profile.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { Stream1 } from '../framework/stream.ts'
import { profiledEma } from './ema.ts'

export type ZlemaOptions = IndicatorOptions & {
  /** Bars in the window, 2 to 100,000. @default 20 */
  period?: number | undefined
  /** `tradingview` seeds each average with its first value. @default 'talib-0.6.4' */
  profile?: Profile | undefined
}

/** The loop with its parameters bound. */
export function zlemaKernel({ period = 20, profile }: ZlemaOptions): Kernel {
  integer('period', period, 2)
  const lag = Math.floor((period - 1) / 2)
  const average = profiledEma(profile, period, lag)
  return {
    lookback: average.lookback,
    window: period,
    states: average.states,
    scratch: slidingScratch(1),
    run(inputs, outputs, start, end) {
      const values = inputs[0]
      const ahead = outputs[1]
      for (let index = later(start, lag); index < end; index++)
        ahead[index] = 2 * (values[index] as number) - (values[index - lag] as number)
      average.step(ahead, outputs[0], start, end)
    },
  }
}

/** Index of the first value of `zlema`. */
export function zlemaLookback(options: ZlemaOptions = {}): number {
  return zlemaKernel(options).lookback
}

/**
 * Zero-lag exponential moving average: an exponential average of the value plus what it gained over half the period.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit; NaN for the first `period - 1 + floor((period - 1) / 2)` slots.
 * - Cost: O(n), two allocations.
 * - Source: J. Ehlers and R. Way, "Zero Lag (Well, Almost)", Stocks & Commodities V. 28:11 (2010), in the form without their
 *   error correction: https://en.wikipedia.org/wiki/Zero_lag_exponential_moving_average. Half bars of lag are cut
 *   off.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 */
export function zlema(values: Column, options: ZlemaOptions = {}): Float64Array {
  return compute(zlemaKernel, [values], options)
}

/** The stream form of `zlema`. */
export function createZlema(options: ZlemaOptions = {}): Stream1 {
  return createStream(zlemaKernel(options), 1, options)
}
