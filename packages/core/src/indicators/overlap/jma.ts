import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer, real } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'

export type JmaOptions = IndicatorOptions & {
  /** Bars of the average, 1 to 100,000. @default 7 */
  period?: number | undefined
  /** Overshoot against lag, -100 to 100. @default 0 */
  phase?: number | undefined
  /** Sharpness of the adaption, 0.1 to 10. @default 2 */
  power?: number | undefined
}

/** The loop with its parameters bound. */
export function jmaKernel({ period = 7, phase = 0, power = 2 }: JmaOptions): Kernel {
  integer('period', period, 1)
  real('phase', phase, -100, 100)
  real('power', power, 0.1, 10)
  const base = (0.45 * (period - 1)) / (0.45 * (period - 1) + 2)
  const alpha = base ** power
  const ratio = phase / 100 + 1.5
  const state = new Float64Array(5)
  return {
    lookback: 0,
    window: 0,
    states: [state],
    run(inputs, outputs, start, end) {
      const values = inputs[0]
      const output = outputs[0]
      let slow = state[0] as number
      let error = state[1] as number
      let step = state[2] as number
      let line = state[3] as number
      for (let index = start; index < end; index++) {
        const value = values[index] as number
        if (state[4] === 0) {
          state[4] = 1
          slow = value
          line = value
        }
        slow = (1 - alpha) * value + alpha * slow
        error = (value - slow) * (1 - base) + base * error
        step = (slow + ratio * error - line) * (1 - alpha) * (1 - alpha) + alpha * alpha * step
        line += step
        output[index] = line
      }
      state[0] = slow
      state[1] = error
      state[2] = step
      state[3] = line
    },
  }
}

/** Index of the first value of `jma`. */
export function jmaLookback(options: JmaOptions = {}): number {
  return jmaKernel(options).lookback
}

/**
 * Jurik moving average, as it is reconstructed in the open: the original's code is closed, so its values are not known to be
 * these.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit, from the first bar.
 * - Cost: O(n).
 * - Source: The open reconstruction of M. Jurik's filter by everget, "Jurik Moving Average" (2018):
 *   https://www.tradingview.com/script/nZuBWW9j-Jurik-Moving-Average/. There the phase is 50; here it is 0. Other
 *   reconstructions, for instance pandas-ta's `jma`, also adapt to volatility and give other values.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 */
export function jma(values: Column, options: JmaOptions = {}): Float64Array {
  return compute(jmaKernel, [values], options)
}

/** The stream form of `jma`. */
export function createJma(options: JmaOptions = {}): Stream1 {
  return createStream(jmaKernel(options), 1, options)
}
