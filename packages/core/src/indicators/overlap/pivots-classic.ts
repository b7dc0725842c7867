import type { Column, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import type { IndicatorStream } from '../framework/stream.ts'
import { floorLevels, type SessionOptions, sessionLevelsKernel } from './session-levels.ts'

const names = ['pivot', 'r1', 'r2', 'r3', 's1', 's2', 's3'] as const

export type PivotsClassicOutput = (typeof names)[number]

export type PivotsClassicOptions = SessionOptions<Named<PivotsClassicOutput>>

/** The loop with its parameters bound. */
export function pivotsClassicKernel(options: PivotsClassicOptions): Kernel {
  return sessionLevelsKernel(options, 7, (high, low, close) =>
    floorLevels((high + low + close) / 3, high, low),
  )
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
 * - Source: TradingView, "Pivot Points Standard", type Traditional:
 *   https://www.tradingview.com/support/solutions/43000521824/. Its type Classic has `r3` and `s3` at two ranges
 *   from the pivot.
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
  return computeNamed(pivotsClassicKernel, names, [open, high, low, close, time], options)
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
