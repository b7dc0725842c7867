import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { real } from '../framework/parameter.ts'
import type { IndicatorStream } from '../framework/stream.ts'

const names = ['r1', 'r2', 'r3', 'r4', 's1', 's2', 's3', 's4'] as const

export type PivotsCamarillaOutput = (typeof names)[number]

export type PivotsCamarillaOptions = IndicatorOptions<Named<PivotsCamarillaOutput>> & {
  /** Length of a session in ms, from 1. @default 86400000 */
  sessionMs?: number
  /** What to add to the time so that sessions start at whole multiples of `sessionMs`: the zone's offset, in ms, any number. @default 0 */
  offsetMs?: number
}

/** The loop with its parameters bound. */
export function pivotsCamarillaKernel({
  sessionMs = 86400000,
  offsetMs = 0,
}: PivotsCamarillaOptions): Kernel {
  real('sessionMs', sessionMs, 1)
  real('offsetMs', offsetMs)
  // Session, its high, low and close so far; then the levels in force.
  const state = new Float64Array(5)
  const levels = new Float64Array(8).fill(Number.NaN)
  return {
    lookback: 1,
    window: 0,
    states: [state, levels],
    outputs: 8,
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
            const range = 1.1 * (h - l)
            levels.set([
              c + range / 12,
              c + range / 6,
              c + range / 4,
              c + range / 2,
              c - range / 12,
              c - range / 6,
              c - range / 4,
              c - range / 2,
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
        for (let place = 0; place < 8; place++) outputs[place as 0][index] = levels[place] as number
      }
      state[1] = o
      state[2] = h
      state[3] = l
      state[4] = c
    },
  }
}

/** Index of the first value of `pivotsCamarilla`. */
export function pivotsCamarillaLookback(options: PivotsCamarillaOptions = {}): number {
  return pivotsCamarillaKernel(options).lookback
}

/**
 * Camarilla pivot points: levels from the range and close of the session before, held through a session. Daily bars are sessions of their own.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, `time[n]`, oldest first. `time` in ms UTC.
 * - Output: `r1`, `r2`, `r3`, `r4`, `s1`, `s2`, `s3`, `s4`, `Float64Array[n]` each, price units; NaN in the first session.
 * - Cost: O(n), 8 allocations.
 * - Source: N. Stott (1989): fractions of 1.1 times the range around the close.
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function pivotsCamarilla(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  time: Column,
  options: PivotsCamarillaOptions = {},
): Named<PivotsCamarillaOutput> {
  return computeNamed(pivotsCamarillaKernel(options), names, [open, high, low, close, time], options)
}

/** The stream form of `pivotsCamarilla`. */
export function createPivotsCamarilla(
  options: PivotsCamarillaOptions = {},
): IndicatorStream<
  [open: number, high: number, low: number, close: number, time: number],
  Record<PivotsCamarillaOutput, number>
> {
  return createNamedStream(pivotsCamarillaKernel(options), names, 5, options)
}
