import type { Column, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import type { IndicatorStream } from '../framework/stream.ts'
import { type SessionOptions, sessionLevelsKernel } from './session-levels.ts'

const names = ['r1', 'r2', 'r3', 'r4', 's1', 's2', 's3', 's4'] as const

export type PivotsCamarillaOutput = (typeof names)[number]

export type PivotsCamarillaOptions = SessionOptions<Named<PivotsCamarillaOutput>>

/** The loop with its parameters bound. */
export function pivotsCamarillaKernel(options: PivotsCamarillaOptions): Kernel {
  return sessionLevelsKernel(options, 8, (high, low, close) => {
    const range = 1.1 * (high - low)
    const steps = [range / 12, range / 6, range / 4, range / 2]
    return [...steps.map((step) => close + step), ...steps.map((step) => close - step)]
  })
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
 * - Source: N. Stott (1989); S. Bobrowski, "Camarilla Points", Stocks & Commodities V. 31:3 (2013);
 *   https://www.tradingview.com/support/solutions/43000521824/, type Camarilla.
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
  return computeNamed(pivotsCamarillaKernel, names, [open, high, low, close, time], options)
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
