import { extremes } from '../framework/extremes.ts'
import { slideRange, writePlaces } from '../framework/window-range.ts'

/** The unsmoothed stochastic, from which STOCH, STOCHF and STOCHRSI are made; inputs are valid from bar `origin` on. */
export function fastKKernel(period: number, origin = 0) {
  const { step, ...ranges } = extremes(period, slideRange, false, origin)
  return {
    ...ranges,
    step(
      high: Float64Array,
      low: Float64Array,
      close: Float64Array,
      output: Float64Array,
      start: number,
      end: number,
    ): void {
      step(high, low, start, end, (from, to) => writePlaces(close, false, output, from, to))
    },
  }
}
