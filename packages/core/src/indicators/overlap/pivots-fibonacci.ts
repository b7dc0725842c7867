import type { Column, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import type { IndicatorStream } from '../framework/stream.ts'
import { type SessionOptions, sessionLevelsKernel } from './session-levels.ts'

const names = ['pivot', 'r1', 'r2', 'r3', 's1', 's2', 's3'] as const

export type PivotsFibonacciOutput = (typeof names)[number]

export type PivotsFibonacciOptions = SessionOptions<Named<PivotsFibonacciOutput>>

/** The loop with its parameters bound. */
export function pivotsFibonacciKernel(options: PivotsFibonacciOptions): Kernel {
  return sessionLevelsKernel(options, 7, (high, low, close) => {
    const pivot = (high + low + close) / 3
    const range = high - low
    const [near, far] = [0.382 * range, 0.618 * range]
    return [pivot, pivot + near, pivot + far, pivot + range, pivot - near, pivot - far, pivot - range]
  })
}

/** Index of the first value of `pivotsFibonacci`. */
export function pivotsFibonacciLookback(options: PivotsFibonacciOptions = {}): number {
  return pivotsFibonacciKernel(options).lookback
}

/**
 * Fibonacci pivot points: levels from the range and close of the session before, held through a session. Daily bars are sessions of their own.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, `time[n]`, oldest first. `time` in ms UTC.
 * - Output: `pivot`, `r1`, `r2`, `r3`, `s1`, `s2`, `s3`, `Float64Array[n]` each, price units; NaN in the first session.
 * - Cost: O(n), 7 allocations.
 * - Source: TradingView, "Pivot Points Standard", type Fibonacci:
 *   https://www.tradingview.com/support/solutions/43000521824/.
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function pivotsFibonacci(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  time: Column,
  options: PivotsFibonacciOptions = {},
): Named<PivotsFibonacciOutput> {
  return computeNamed(pivotsFibonacciKernel, names, [open, high, low, close, time], options)
}

/** The stream form of `pivotsFibonacci`. */
export function createPivotsFibonacci(
  options: PivotsFibonacciOptions = {},
): IndicatorStream<
  [open: number, high: number, low: number, close: number, time: number],
  Record<PivotsFibonacciOutput, number>
> {
  return createNamedStream(pivotsFibonacciKernel(options), names, 5, options)
}
