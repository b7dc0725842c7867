import type { SeriesKernel } from '../framework/kernel.ts'
import { earlier, later } from '../framework/later.ts'
import { headOf, quotient, tailOf } from '../framework/quotient.ts'

/**
 * The building block: population variance from running sums that start at bar `origin`; with `deviations` its root
 * times that, 0 where the variance is below 1e-14.
 */
export function varSeries(period: number, origin = 0, deviations?: number): SeriesKernel {
  const state = new Float64Array(2)
  const lookback = origin + period - 1
  return {
    lookback,
    window: period,
    states: [state],
    step(input, output, start, end) {
      const from = sumSquares(state, input, later(start, origin), earlier(lookback, end))
      if (deviations === undefined) spread(state, period, input, output, from, end)
      else deviate(state, period, deviations, input, output, from, end)
    },
  }
}

/** Adds values and their squares of bars `start` to `end - 1` to the running sums; gives the bar that is next. */
function sumSquares(state: Float64Array, input: Float64Array, start: number, end: number): number {
  let index = start
  for (; index < end; index++) {
    const value = input[index] as number
    state[0] = (state[0] as number) + value
    state[1] = (state[1] as number) + value * value
  }
  return index
}

// Two loops, for one that asks which of the two is wanted takes longer; no closures: V8 then compiles each once for all
// kernels, with unboxed numbers.
function spread(
  state: Float64Array,
  period: number,
  input: Float64Array,
  output: Float64Array,
  start: number,
  end: number,
): void {
  const span = +period
  let sum = state[0] as number
  let squares = state[1] as number
  for (let index = start, trailing = start - period + 1; index < end; index++, trailing++) {
    const value = input[index] as number
    sum += value
    squares += value * value
    const mean = sum / span
    output[index] = squares / span - mean * mean
    const old = input[trailing] as number
    sum -= old
    squares -= old * old
  }
  state[0] = sum
  state[1] = squares
}

// Four bars a round, for V8 looks both columns up again in each round.
function deviate(
  state: Float64Array,
  period: number,
  deviations: number,
  input: Float64Array,
  output: Float64Array,
  start: number,
  end: number,
): void {
  const span = +period
  const factor = +deviations
  const head = headOf(span)
  const tail = tailOf(span)
  let sum = state[0] as number
  let squares = state[1] as number
  let value: number
  let old: number
  let mean: number
  let variance: number
  let index = start
  let trailing = start - period + 1
  for (; index < end; index++, trailing++) {
    value = input[index] as number
    sum += value
    squares += value * value
    mean = quotient(sum, head, tail)
    variance = quotient(squares, head, tail) - mean * mean
    // Where the quick quotients are not sure, the variance is small or NaN. No call here: one that is made for the first time
    // late makes V8 compile a slower loop.
    if (!(variance >= 1e-14)) {
      mean = sum / span
      variance = squares / span - mean * mean
    }
    output[index] = variance < 1e-14 ? 0 : Math.sqrt(variance) * factor
    old = input[trailing] as number
    sum -= old
    squares -= old * old
    if (++index === end) break
    trailing++
    value = input[index] as number
    sum += value
    squares += value * value
    mean = quotient(sum, head, tail)
    variance = quotient(squares, head, tail) - mean * mean
    if (!(variance >= 1e-14)) {
      mean = sum / span
      variance = squares / span - mean * mean
    }
    output[index] = variance < 1e-14 ? 0 : Math.sqrt(variance) * factor
    old = input[trailing] as number
    sum -= old
    squares -= old * old
    if (++index === end) break
    trailing++
    value = input[index] as number
    sum += value
    squares += value * value
    mean = quotient(sum, head, tail)
    variance = quotient(squares, head, tail) - mean * mean
    if (!(variance >= 1e-14)) {
      mean = sum / span
      variance = squares / span - mean * mean
    }
    output[index] = variance < 1e-14 ? 0 : Math.sqrt(variance) * factor
    old = input[trailing] as number
    sum -= old
    squares -= old * old
    if (++index === end) break
    trailing++
    value = input[index] as number
    sum += value
    squares += value * value
    mean = quotient(sum, head, tail)
    variance = quotient(squares, head, tail) - mean * mean
    if (!(variance >= 1e-14)) {
      mean = sum / span
      variance = squares / span - mean * mean
    }
    output[index] = variance < 1e-14 ? 0 : Math.sqrt(variance) * factor
    old = input[trailing] as number
    sum -= old
    squares -= old * old
  }
  state[0] = sum
  state[1] = squares
}
