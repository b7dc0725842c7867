import type { SeriesKernel } from '../framework/kernel.ts'

/** The building block: population variance from running sums that start at bar `origin`. */
export function varSeries(period: number, origin = 0): SeriesKernel {
  const state = new Float64Array(2)
  const lookback = origin + period - 1
  return {
    lookback,
    window: period,
    states: [state],
    step(input, output, start, end) {
      const span = +period
      let sum = state[0] as number
      let squares = state[1] as number
      let index = Math.max(start, origin)
      for (const seeded = Math.min(lookback, end); index < seeded; index++) {
        const value = input[index] as number
        sum += value
        squares += value * value
      }
      for (let trailing = index - span + 1; index < end; index++) {
        const value = input[index] as number
        sum += value
        squares += value * value
        const mean = sum / span
        output[index] = squares / span - mean * mean
        const old = input[trailing++] as number
        sum -= old
        squares -= old * old
      }
      state[0] = sum
      state[1] = squares
    },
  }
}
