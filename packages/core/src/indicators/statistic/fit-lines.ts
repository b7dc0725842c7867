import { copyRows } from '../framework/copy-rows.ts'
import type { Kernel } from '../framework/kernel.ts'
import { earlier, later } from '../framework/later.ts'

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

/** Bars of one call of the quick loop, and the longest period that it knows. */
const fitted = 512

/**
 * Least-squares lines through every window of `period` values: the line's value `at` bars after the window's first bar,
 * or with a negative `at` its slope a bar.
 *
 * The sums are taken anew for each window, oldest value first, as TA-Lib takes them: a running sum rounds differently.
 */
export function fitLines(
  input: Float64Array,
  output: Float64Array,
  period: number,
  at: number,
  start: number,
  end: number,
): void {
  if (end - start > 3 && period > 3 && period <= fitted) {
    for (let bar = start; bar < end; bar += fitted)
      fitQuickly(input, output, period, at, bar, earlier(bar + fitted, end))
    return
  }
  for (let bar = start; bar < end; bar++) {
    let sum = 0
    let cross = 0
    for (let weight = period - 1; weight >= 0; weight--) {
      const value = input[bar - weight] as number
      sum += value
      cross += weight * value
    }
    output[bar] = read(sum, cross, period, sumOfPlaces(period), divisorOf(period), at)
  }
}

/** Four windows at a time: a window's sums wait only for their own additions, so four take about the time of one. */
const fitQuickly = /* @__PURE__ */ makeFit()

// The columns at work are constants of a closure: V8 then knows where they are and how long. Of an array that it is given
// it asks both anew for every bar.
function makeFit() {
  // With room for three bars after an odd last one, which must not matter.
  const values = new Float64Array(2 * fitted + 3)
  const lines = new Float64Array(fitted + 3)

  function fitAll(period: number, at: number, count: number): void {
    const top = period - 1
    const span = +period
    const sumX = sumOfPlaces(period)
    const divisor = divisorOf(period)
    for (let bar = 0; bar < count; bar += 4) {
      // Values that only some of the windows hold come first and last.
      const u = values[bar] as number
      const v = values[bar + 1] as number
      const w = values[bar + 2] as number
      let sumA = u + v + w
      let sumB = v + w
      let sumC = w
      let sumD = 0
      let crossA = top * u + (top - 1) * v + (top - 2) * w
      let crossB = top * v + (top - 1) * w
      let crossC = top * w
      let crossD = 0
      let weightA = +top - 3
      let weightB = +top - 2
      let weightC = +top - 1
      let weightD = +top
      const last = bar + period
      let value: number
      // Four values a round take a fifth less than one.
      for (let place = bar + 3; place < last; place++) {
        value = values[place] as number
        sumA += value
        sumB += value
        sumC += value
        sumD += value
        crossA += weightA * value
        crossB += weightB * value
        crossC += weightC * value
        crossD += weightD * value
        weightD = weightC
        weightC = weightB
        weightB = weightA
        weightA -= 1
        if (++place === last) break
        value = values[place] as number
        sumA += value
        sumB += value
        sumC += value
        sumD += value
        crossA += weightA * value
        crossB += weightB * value
        crossC += weightC * value
        crossD += weightD * value
        weightD = weightC
        weightC = weightB
        weightB = weightA
        weightA -= 1
        if (++place === last) break
        value = values[place] as number
        sumA += value
        sumB += value
        sumC += value
        sumD += value
        crossA += weightA * value
        crossB += weightB * value
        crossC += weightC * value
        crossD += weightD * value
        weightD = weightC
        weightC = weightB
        weightB = weightA
        weightA -= 1
        if (++place === last) break
        value = values[place] as number
        sumA += value
        sumB += value
        sumC += value
        sumD += value
        crossA += weightA * value
        crossB += weightB * value
        crossC += weightC * value
        crossD += weightD * value
        weightD = weightC
        weightC = weightB
        weightB = weightA
        weightA -= 1
      }
      const x = values[last] as number
      const y = values[last + 1] as number
      // A newest value weighs 0, which shows where it is not finite.
      lines[bar] = read(sumA, crossA, span, sumX, divisor, at)
      lines[bar + 1] = read(sumB + x, crossB + 0 * x, span, sumX, divisor, at)
      lines[bar + 2] = read(sumC + x + y, crossC + x + 0 * y, span, sumX, divisor, at)
      const z = values[last + 2] as number
      lines[bar + 3] = read(sumD + x + y + z, crossD + 2 * x + y + 0 * z, span, sumX, divisor, at)
    }
  }

  return function fitQuickly(
    input: Float64Array,
    output: Float64Array,
    period: number,
    at: number,
    start: number,
    end: number,
  ): void {
    copyRows(input, start - period + 1, end, values, 0)
    fitAll(period, at, end - start)
    copyRows(lines, 0, end - start, output, start)
  }
}

/** Slope, or value `at` a place, of the line with these sums. */
function read(sum: number, cross: number, period: number, sumX: number, divisor: number, at: number): number {
  const slope = (period * cross - sumX * sum) / divisor
  if (at < 0) return slope
  const intercept = (sum - slope * sumX) / period
  return at === 0 ? intercept : intercept + slope * at
}

/** Sum of the places in a window. */
function sumOfPlaces(period: number): number {
  return period * (period - 1) * 0.5
}

/** What the slope is divided by. */
function divisorOf(period: number): number {
  const sumX = sumOfPlaces(period)
  return sumX * sumX - period * ((period * (period - 1) * (2 * period - 1)) / 6)
}
