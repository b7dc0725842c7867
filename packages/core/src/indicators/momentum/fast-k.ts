import { earlier, later } from '../framework/later.ts'
import { WindowExtreme } from '../framework/window-extreme.ts'
import { highest, isQuickRange, lowest, rangeBars, slideRange } from '../framework/window-range.ts'

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
      let index = later(start, lookback)
      while (isQuickRange(period, index, end)) {
        const stop = earlier(index + rangeBars, end)
        if (!slideRange(high, low, period, index, stop)) break
        placeInRange(close, output, index, stop)
        // Nothing is known of where the extremes are.
        state[2] = state[3] = period
        index = stop
      }
      if (index >= end) return
      follow(state, lows, highs, period, index === lookback, high, low, close, output, index, end)
    },
  }
}

/** Follows the extremes as TA-Lib does. */
function follow(
  state: Float64Array,
  lows: WindowExtreme,
  highs: WindowExtreme,
  period: number,
  fresh: boolean,
  high: Float64Array,
  low: Float64Array,
  close: Float64Array,
  output: Float64Array,
  start: number,
  end: number,
): void {
  const span = +period
  // Places of the extremes are kept as ages, because positions move in a stream.
  let least = state[0] as number
  let most = state[1] as number
  let lowestAt = fresh ? -1 : (start - (state[2] as number)) | 0
  let highestAt = fresh ? -1 : (start - (state[3] as number)) | 0
  let index = start
  let unit = (most - least) / 100
  for (let trailing = index - span + 1; index < end; index++, trailing++) {
    let value = low[index] as number
    if (lowestAt < trailing) {
      lowestAt = lows.find(low, trailing, index)
      least = low[lowestAt] as number
      unit = (most - least) / 100
    } else if (value <= least) {
      lowestAt = index
      least = value
      unit = (most - least) / 100
    }
    value = high[index] as number
    if (highestAt < trailing) {
      highestAt = highs.find(high, trailing, index)
      most = high[highestAt] as number
      unit = (most - least) / 100
    } else if (value >= most) {
      highestAt = index
      most = value
      unit = (most - least) / 100
    }
    output[index] = unit === 0 ? 0 : ((close[index] as number) - least) / unit
  }
  state[0] = least
  state[1] = most
  state[2] = index - lowestAt
  state[3] = index - highestAt
}

/** Where each close is in the range that was slid over bars `start` to `end - 1`, in percent. */
function placeInRange(close: Float64Array, output: Float64Array, start: number, end: number): void {
  for (let index = start; index < end; index++) {
    const bottom = lowest[index - start] as number
    const unit = ((highest[index - start] as number) - bottom) / 100
    output[index] = unit === 0 ? 0 : ((close[index] as number) - bottom) / unit
  }
}
