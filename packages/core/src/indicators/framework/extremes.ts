import { earlier, later } from './later.ts'
import { WindowExtreme } from './window-extreme.ts'

/** The most bars of one call of what fills or reads the columns below. */
export const extremeBars = 512

/** Windows up to this long are slid quickly. */
export const longestQuick = 64

/** For bar `start + i` of a call the highest high and the lowest low of its window. */
export const highest = /* @__PURE__ */ new Float64Array(extremeBars)
export const lowest = /* @__PURE__ */ new Float64Array(extremeBars)

/** How many bars ago they were, the first at place `agesFrom` of the window's length. */
export const highestAge = /* @__PURE__ */ new Int32Array(longestQuick + extremeBars)
export const lowestAge = /* @__PURE__ */ new Int32Array(longestQuick + extremeBars)

export function agesFrom(period: number): number {
  return earlier(period, longestQuick)
}

/** Finds the extremes of bars `start` to `end - 1`, if it can; the columns are of no use where it says no. */
type Slide = (high: Float64Array, low: Float64Array, period: number, start: number, end: number) => boolean

/** Writes what follows from the extremes of bars `start` to `end - 1`; of those that were slid none is NaN. */
type Write = (start: number, end: number, slid: boolean) => void

/**
 * The highest high and the lowest low of `period` bars, over columns that are valid from bar `origin` on: slid quickly where
 * that is possible, else followed as TA-Lib does.
 *
 * @param latest - Whether the latest of several equal extremes counts, else the earliest.
 */
export function extremes(period: number, slide: Slide, latest = false, origin = 0) {
  const lookback = origin + period - 1
  const lows = new WindowExtreme(period, -1, latest)
  const highs = new WindowExtreme(period, 1, latest)
  // Ages of the lowest and the highest value; older than the window before the first.
  const state = new Float64Array([period + 1, period + 1])
  return {
    lookback,
    window: period + 1,
    states: [state],
    forget(): void {
      lows.forget()
      highs.forget()
    },
    step(high: Float64Array, low: Float64Array, start: number, end: number, write: Write): void {
      for (let index = later(start, lookback); index < end; ) {
        const stop = earlier(index + extremeBars, end)
        const slid = slide(high, low, period, index, stop)
        // Of extremes that were slid nothing is known but what they are.
        if (slid) state[0] = state[1] = period + 1
        else follow(state, lows, highs, period, high, low, index, stop)
        write(index, stop, slid)
        index = stop
      }
    },
  }
}

function follow(
  state: Float64Array,
  lows: WindowExtreme,
  highs: WindowExtreme,
  period: number,
  high: Float64Array,
  low: Float64Array,
  start: number,
  end: number,
): void {
  const ages = agesFrom(period) - start
  let lowestAt = (start - (state[0] as number)) | 0
  let highestAt = (start - (state[1] as number)) | 0
  let trailing = start - period + 1
  let least = lowestAt < trailing ? Number.NaN : (low[lowestAt] as number)
  let most = highestAt < trailing ? Number.NaN : (high[highestAt] as number)
  for (let index = start; index < end; index++, trailing++) {
    if (lowestAt < trailing) {
      lowestAt = lows.find(low, trailing, index)
      least = low[lowestAt] as number
    } else if ((low[index] as number) <= least) {
      lowestAt = index
      least = low[index] as number
    }
    if (highestAt < trailing) {
      highestAt = highs.find(high, trailing, index)
      most = high[highestAt] as number
    } else if ((high[index] as number) >= most) {
      highestAt = index
      most = high[index] as number
    }
    lowest[index - start] = least
    highest[index - start] = most
    lowestAge[index + ages] = index - lowestAt
    highestAge[index + ages] = index - highestAt
  }
  state[0] = end - lowestAt
  state[1] = end - highestAt
}
