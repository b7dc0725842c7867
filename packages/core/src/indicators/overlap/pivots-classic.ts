import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { real } from '../framework/parameter.ts'
import type { IndicatorStream } from '../framework/stream.ts'

const names = ['pivot', 'r1', 'r2', 'r3', 's1', 's2', 's3'] as const

export type PivotsClassicOutput = (typeof names)[number]

export type PivotsClassicOptions = IndicatorOptions<Named<PivotsClassicOutput>> & {
  /** Length of a session in ms, from 1. @default 86400000 */
  sessionMs?: number
  /** What to add to the time so that sessions start at whole multiples of `sessionMs`: the zone's offset, in ms, any number. @default 0 */
  offsetMs?: number
}

/** The loop with its parameters bound. */
export function pivotsClassicKernel({ sessionMs = 86400000, offsetMs = 0 }: PivotsClassicOptions): Kernel {
  real('sessionMs', sessionMs, 1)
  real('offsetMs', offsetMs)
  // Session, its high, low and close so far; then the levels in force.
  const state = new Float64Array(5)
  const levels = new Float64Array(7).fill(Number.NaN)
  return {
    lookback: 1,
    window: 0,
    states: [state, levels],
    outputs: 7,
    run(inputs, outputs, start, end) {
      const open = inputs[0]
      const high = inputs[1]
      const low = inputs[2]
      const close = inputs[3]
      const time = inputs[4]
      let o = state[1] as number
      let h = state[2] as number
      let l = state[3] as number
      let c = state[4] as number
      for (let index = start; index < end; index++) {
        const session = Math.floor(((time[index] as number) + offsetMs) / sessionMs) + 1
        const top = high[index] as number
        const bottom = low[index] as number
        if (session !== state[0]) {
          if (state[0] !== 0) {
            const pivot = (h + l + c) / 3
            levels.set([
              pivot,
              2 * pivot - l,
              pivot + (h - l),
              h + 2 * (pivot - l),
              2 * pivot - h,
              pivot - (h - l),
              l - 2 * (h - pivot),
            ])
          }
          state[0] = session
          o = open[index] as number
          h = top
          l = bottom
        }
        if (top > h) h = top
        if (bottom < l) l = bottom
        c = close[index] as number
        for (let place = 0; place < 7; place++) outputs[place as 0][index] = levels[place] as number
      }
      state[1] = o
      state[2] = h
      state[3] = l
      state[4] = c
    },
  }
}

/** Index of the first value of `pivotsClassic`. */
export function pivotsClassicLookback(options: PivotsClassicOptions = {}): number {
  return pivotsClassicKernel(options).lookback
}

/**
 * Classic pivot points: levels from the range and close of the session before, held through a session. Daily bars are sessions of their own.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, `time[n]`, oldest first. `time` in ms UTC.
 * - Output: `pivot`, `r1`, `r2`, `r3`, `s1`, `s2`, `s3`, `Float64Array[n]` each, price units; NaN in the first session.
 * - Cost: O(n), 7 allocations.
 * - Source: floor traders; pivot (H + L + C) / 3.
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function pivotsClassic(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  time: Column,
  options: PivotsClassicOptions = {},
): Named<PivotsClassicOutput> {
  return computeNamed(pivotsClassicKernel(options), names, [open, high, low, close, time], options)
}

/** The stream form of `pivotsClassic`. */
export function createPivotsClassic(
  options: PivotsClassicOptions = {},
): IndicatorStream<
  [open: number, high: number, low: number, close: number, time: number],
  Record<PivotsClassicOutput, number>
> {
  return createNamedStream(pivotsClassicKernel(options), names, 5, options)
}
