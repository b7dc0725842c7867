import type { Kernel } from '../framework/kernel.ts'
import { later } from '../framework/later.ts'

/** The functions on least-squares lines: what `fitLines` makes of `at`, as a loop. */
export function lineKernel(period: number, at: number): Kernel {
  const lookback = period - 1
  return {
    lookback,
    window: period,
    states: [],
    run: (inputs, outputs, start, end) =>
      fitLines(inputs[0], outputs[0], period, at, later(start, lookback), end),
  }
}

/**
 * Least-squares lines through every window of `period` values: the line's value `at` bars after the window's first bar,
 * or with a negative `at` its slope a bar.
 *
 * The sums are taken anew for each window, oldest value first, as TA-Lib takes them: a running sum rounds differently.
 * A window's sums wait only for their own additions, so three windows at a time take about the time of one; the sums of
 * a fourth would not find a place in the processor's registers.
 */
export function fitLines(
  input: Float64Array,
  output: Float64Array,
  period: number,
  at: number,
  start: number,
  end: number,
): void {
  let bar = start
  for (; bar + 2 < end; bar += 3) {
    let sumA = 0
    let sumB = 0
    let sumC = 0
    let crossA = 0
    let crossB = 0
    let crossC = 0
    // Three bars share most of their window: each value is loaded once and shifted along.
    const first = bar - period + 1
    let a = input[first] as number
    let b = input[first + 1] as number
    for (let weight = period - 1, newest = first + 2; weight >= 0; weight--, newest++) {
      const c = input[newest] as number
      sumA += a
      sumB += b
      sumC += c
      crossA += weight * a
      crossB += weight * b
      crossC += weight * c
      a = b
      b = c
    }
    output[bar] = read(sumA, crossA, period, at)
    output[bar + 1] = read(sumB, crossB, period, at)
    output[bar + 2] = read(sumC, crossC, period, at)
  }
  for (; bar < end; bar++) {
    let sum = 0
    let cross = 0
    for (let weight = period - 1; weight >= 0; weight--) {
      const value = input[bar - weight] as number
      sum += value
      cross += weight * value
    }
    output[bar] = read(sum, cross, period, at)
  }
}

/** Slope, or value `at` a place, of the line with these sums. */
function read(sum: number, cross: number, period: number, at: number): number {
  const sumX = period * (period - 1) * 0.5
  const sumXX = (period * (period - 1) * (2 * period - 1)) / 6
  const slope = (period * cross - sumX * sum) / (sumX * sumX - period * sumXX)
  if (at < 0) return slope
  const intercept = (sum - slope * sumX) / period
  return at === 0 ? intercept : intercept + slope * at
}
