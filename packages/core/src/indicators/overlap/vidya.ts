import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'

export type VidyaOptions = IndicatorOptions & {
  /** Bars of the average at full momentum, 1 to 100,000. @default 14 */
  period?: number | undefined
  /** Bars of the momentum that sets the speed, 1 to 100,000. @default 9 */
  momentumPeriod?: number | undefined
}

/** The loop with its parameters bound. */
export function vidyaKernel({ period = 14, momentumPeriod = 9 }: VidyaOptions): Kernel {
  integer('period', period, 1)
  integer('momentumPeriod', momentumPeriod, 1)
  const weight = 2 / (period + 1)
  // Rises, falls, the average, bars without a move until now.
  const state = new Float64Array(4)
  return {
    lookback: momentumPeriod,
    window: momentumPeriod + 1,
    states: [state],
    run(inputs, outputs, start, end) {
      const values = inputs[0]
      const output = outputs[0]
      let up = state[0] as number
      let down = state[1] as number
      let line = state[2] as number
      let still = state[3] as number
      for (let index = later(start, 1); index < end; index++) {
        const change = (values[index] as number) - (values[index - 1] as number)
        if (change > 0) up += change
        else down -= change
        if (index > momentumPeriod) {
          const old =
            (values[index - momentumPeriod] as number) - (values[index - momentumPeriod - 1] as number)
          if (old > 0) up -= old
          else down += old
        }
        still = change === 0 ? still + 1 : 0
        // What was added and taken away again leaves some rounding, which is no move.
        if (still >= momentumPeriod) up = down = 0
        if (index < momentumPeriod) continue
        const moved = up + down
        const speed = moved > 0 ? weight * Math.abs((up - down) / moved) : 0
        line =
          index === momentumPeriod
            ? (values[index] as number)
            : line + speed * ((values[index] as number) - line)
        output[index] = line
      }
      state[0] = up
      state[1] = down
      state[2] = line
      state[3] = still
    },
  }
}

/** Index of the first value of `vidya`. */
export function vidyaLookback(options: VidyaOptions = {}): number {
  return vidyaKernel(options).lookback
}

/**
 * Variable index dynamic average: an exponential average whose weight is scaled by the size of the Chande momentum.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit; the first `momentumPeriod` slots are NaN.
 * - Cost: O(n).
 * - Source: T. Chande, "Adapting Moving Averages to Market Volatility", Stocks & Commodities V. 10:3 (1992); with his
 *   momentum oscillator in place of the deviation: V. 13:10 (1995), p. 424.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 */
export function vidya(values: Column, options: VidyaOptions = {}): Float64Array {
  return compute(vidyaKernel, [values], options)
}

/** The stream form of `vidya`. */
export function createVidya(options: VidyaOptions = {}): Stream1 {
  return createStream(vidyaKernel(options), 1, options)
}
