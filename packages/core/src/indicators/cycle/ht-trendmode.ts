import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import type { Stream1 } from '../framework/stream.ts'
import { dominantPhase } from './dominant-phase.ts'
import { degrees, hilbertKernel } from './hilbert.ts'
import { trendlineOf } from './trendline.ts'

export type HtTrendmodeOptions = IndicatorOptions & {
  /** Leading values to hide while the seed fades. @default 0 */
  unstablePeriod?: number | undefined
}

/** The loop with its parameters bound. */
export function htTrendmodeKernel({ unstablePeriod = 0 }: HtTrendmodeOptions): Kernel {
  const phase = dominantPhase(37)
  const line = trendlineOf(37)
  const radian = 1 / degrees
  // Bars in the trend, then phase, sine and leading sine of the bar before.
  const state = new Float64Array(4)
  return hilbertKernel({
    delay: 37,
    lookback: 63,
    unstablePeriod,
    outputs: 1,
    scratch: 4,
    sinkOf: (columns) => ({ offset: 0, period: columns[2] }),
    follow: {
      window: phase.window,
      states: [...phase.states, ...line.states, state],
      run(inputs, columns, start, end) {
        const output = columns[0]
        const smooth = columns[1]
        const periods = columns[2]
        const phases = columns[3]
        const trendline = columns[4]
        phase.step(smooth, periods, phases, start, end)
        line.step(inputs[0], periods, trendline, start, end)
        let days = state[0] as number
        let lastPhase = state[1] as number
        let lastSine = state[2] as number
        let lastLead = state[3] as number
        for (let index = later(start, 37); index < end; index++) {
          const angle = phases[index] as number
          const period = periods[index] as number
          const trend = trendline[index] as number
          const sine = Math.sin(angle * radian)
          const lead = Math.sin((angle + 45) * radian)
          let trending = 1
          if ((sine > lead && lastSine <= lastLead) || (sine < lead && lastSine >= lastLead)) {
            days = 0
            trending = 0
          }
          days++
          if (days < 0.5 * period) trending = 0
          const turned = angle - lastPhase
          if (period !== 0 && turned > (0.67 * 360) / period && turned < (1.5 * 360) / period) trending = 0
          if (trend !== 0 && Math.abs(((smooth[index] as number) - trend) / trend) >= 0.015) trending = 1
          output[index] = trending
          lastPhase = angle
          lastSine = sine
          lastLead = lead
        }
        state[0] = days
        state[1] = lastPhase
        state[2] = lastSine
        state[3] = lastLead
      },
    },
  })
}

/** Index of the first value of `htTrendmode`: `63 + unstablePeriod`. */
export function htTrendmodeLookback(options: HtTrendmodeOptions = {}): number {
  return htTrendmodeKernel(options).lookback
}

/**
 * Whether the market trends or cycles, by Ehlers' Hilbert transform.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, 1 in a trend, 0 in a cycle; NaN before `htTrendmodeLookback`.
 * - Cost: O(n), five allocations.
 * - Parity: TA-Lib `HT_TRENDMODE`, to the bit.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 * @example
 * htTrendmode(closes)
 */
export function htTrendmode(values: Column, options: HtTrendmodeOptions = {}): Float64Array {
  return compute(htTrendmodeKernel, [values], options)
}

/** The stream form of `htTrendmode`. */
export function createHtTrendmode(options: HtTrendmodeOptions = {}): Stream1 {
  return createStream(htTrendmodeKernel(options), 1, options)
}
