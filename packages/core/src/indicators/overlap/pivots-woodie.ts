import type { Column, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import type { IndicatorStream } from '../framework/stream.ts'
import { floorLevels, type SessionOptions, sessionLevelsKernel } from './session-levels.ts'

const names = ['pivot', 'r1', 'r2', 'r3', 's1', 's2', 's3'] as const

export type PivotsWoodieOutput = (typeof names)[number]

export type PivotsWoodieOptions = SessionOptions<Named<PivotsWoodieOutput>>

/** The loop with its parameters bound. */
export function pivotsWoodieKernel(options: PivotsWoodieOptions): Kernel {
  return sessionLevelsKernel(options, 7, (high, low, _close, _open, newOpen) =>
    floorLevels((high + low + 2 * newOpen) / 4, high, low),
  )
}

/** Index of the first value of `pivotsWoodie`. */
export function pivotsWoodieLookback(options: PivotsWoodieOptions = {}): number {
  return pivotsWoodieKernel(options).lookback
}

/**
 * Woodie pivot points: levels from the range and close of the session before, held through a session. Daily bars are sessions of their own.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, `time[n]`, oldest first. `time` in ms UTC.
 * - Output: `pivot`, `r1`, `r2`, `r3`, `s1`, `s2`, `s3`, `Float64Array[n]` each, price units; NaN in the first session.
 * - Cost: O(n), 7 allocations.
 * - Source: TradingView, "Pivot Points Standard", type Woodie, from the open of the new session:
 *   https://www.tradingview.com/support/solutions/43000521824/. Others take twice the last close in its place.
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function pivotsWoodie(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  time: Column,
  options: PivotsWoodieOptions = {},
): Named<PivotsWoodieOutput> {
  return computeNamed(pivotsWoodieKernel, names, [open, high, low, close, time], options)
}

/** The stream form of `pivotsWoodie`. */
export function createPivotsWoodie(
  options: PivotsWoodieOptions = {},
): IndicatorStream<
  [open: number, high: number, low: number, close: number, time: number],
  Record<PivotsWoodieOutput, number>
> {
  return createNamedStream(pivotsWoodieKernel(options), names, 5, options)
}
