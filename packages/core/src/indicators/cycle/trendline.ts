import { later } from '../framework/later.ts'

/** The instantaneous trendline: the mean over the dominant cycle, weighted over four bars. */
export function trendlineOf(first: number) {
  // The means of the three bars before, newest first.
  const state = new Float64Array(3)
  return {
    states: [state],
    window: 50,
    step: (
      input: Float64Array,
      periods: Float64Array,
      output: Float64Array,
      start: number,
      end: number,
    ): void => weigh(state, input, periods, output, later(start, first), end),
  }
}

// Not a closure: V8 then compiles it once for all kernels, with unboxed numbers.
function weigh(
  state: Float64Array,
  input: Float64Array,
  periods: Float64Array,
  output: Float64Array,
  start: number,
  end: number,
): void {
  let mean1 = state[0] as number
  let mean2 = state[1] as number
  let mean3 = state[2] as number
  for (let index = start; index < end; index++) {
    const length = Math.trunc((periods[index] as number) + 0.5)
    let mean = 0
    for (let back = 0; back < length; back++) mean += input[index - back] as number
    if (length > 0) mean /= length
    output[index] = (4 * mean + 3 * mean1 + 2 * mean2 + mean3) / 10
    mean3 = mean2
    mean2 = mean1
    mean1 = mean
  }
  state[0] = mean1
  state[1] = mean2
  state[2] = mean3
}
