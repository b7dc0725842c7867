import { WindowExtreme } from '../framework/window-extreme.ts'

/** The unsmoothed stochastic, from which STOCH, STOCHF and STOCHRSI are made; inputs are valid from bar `origin` on. */
export function fastKKernel(period: number, origin = 0) {
  const state = new Float64Array(4)
  const lows = new WindowExtreme(period, -1)
  const highs = new WindowExtreme(period, 1)
  const lookback = origin + period - 1
  return {
    lookback,
    window: period,
    states: [state],
    forget() {
      lows.forget()
      highs.forget()
    },
    step(
      high: Float64Array,
      low: Float64Array,
      close: Float64Array,
      output: Float64Array,
      start: number,
      end: number,
    ) {
      let index = Math.max(start, lookback)
      if (index >= end) return
      const span = +period
      // Places of the extremes are kept as ages, because positions move in a stream.
      const fresh = index === lookback
      let lowest = state[0] as number
      let highest = state[1] as number
      let lowestAt = fresh ? -1 : index - (state[2] as number)
      let highestAt = fresh ? -1 : index - (state[3] as number)
      let unit = (highest - lowest) / 100
      for (let trailing = index - span + 1; index < end; index++, trailing++) {
        let value = low[index] as number
        if (lowestAt < trailing) {
          lowestAt = lows.find(low, trailing, index)
          lowest = low[lowestAt] as number
          unit = (highest - lowest) / 100
        } else if (value <= lowest) {
          lowestAt = index
          lowest = value
          unit = (highest - lowest) / 100
        }
        value = high[index] as number
        if (highestAt < trailing) {
          highestAt = highs.find(high, trailing, index)
          highest = high[highestAt] as number
          unit = (highest - lowest) / 100
        } else if (value >= highest) {
          highestAt = index
          highest = value
          unit = (highest - lowest) / 100
        }
        output[index] = unit === 0 ? 0 : ((close[index] as number) - lowest) / unit
      }
      state[0] = lowest
      state[1] = highest
      state[2] = index - lowestAt
      state[3] = index - highestAt
    },
  }
}
