import type { Column, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import type { IndicatorStream } from '../framework/stream.ts'
import { type SessionOptions, sessionLevelsKernel } from './session-levels.ts'

const names = ['pivot', 'r1', 's1'] as const

export type PivotsDeMarkOutput = (typeof names)[number]

export type PivotsDeMarkOptions = SessionOptions<Named<PivotsDeMarkOutput>>

/** The loop with its parameters bound. */
export function pivotsDeMarkKernel(options: PivotsDeMarkOptions): Kernel {
  return sessionLevelsKernel(options, 3, (high, low, close, open) => {
    const sum =
      close < open ? high + 2 * low + close : close > open ? 2 * high + low + close : high + low + 2 * close
    return [sum / 4, sum / 2 - low, sum / 2 - high]
  })
}

/** Index of the first value of `pivotsDeMark`. */
export function pivotsDeMarkLookback(options: PivotsDeMarkOptions = {}): number {
  return pivotsDeMarkKernel(options).lookback
}

/**
 * DeMark pivot points: levels from the range and close of the session before, held through a session. Daily bars are sessions of their own.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, `time[n]`, oldest first. `time` in ms UTC.
 * - Output: `pivot`, `r1`, `s1`, `Float64Array[n]` each, price units; NaN in the first session.
 * - Cost: O(n), 3 allocations.
 * - Source: T. DeMark, "The New Science of Technical Analysis" (1994);
 *   https://www.tradingview.com/support/solutions/43000521824/, type DM.
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function pivotsDeMark(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  time: Column,
  options: PivotsDeMarkOptions = {},
): Named<PivotsDeMarkOutput> {
  return computeNamed(pivotsDeMarkKernel, names, [open, high, low, close, time], options)
}

/** The stream form of `pivotsDeMark`. */
export function createPivotsDeMark(
  options: PivotsDeMarkOptions = {},
): IndicatorStream<
  [open: number, high: number, low: number, close: number, time: number],
  Record<PivotsDeMarkOutput, number>
> {
  return createNamedStream(pivotsDeMarkKernel(options), names, 5, options)
}
