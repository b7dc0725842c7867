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
        else {
          follow(state, 0, lows, -1, period, low, lowest, lowestAge, index, stop)
          follow(state, 1, highs, 1, period, high, highest, highestAge, index, stop)
        }
        write(index, stop, slid)
        index = stop
      }
    },
  }
}

/** Follows the highest (`sign` 1) or lowest (-1) value; its age is at `place` of the state. */
function follow(
  state: Float64Array,
  place: number,
  window: WindowExtreme,
  sign: number,
  period: number,
  input: Float64Array,
  values: Float64Array,
  ages: Int32Array,
  start: number,
  end: number,
): void {
  const first = agesFrom(period) - start
  let at = (start - (state[place] as number)) | 0
  let trailing = start - period + 1
  let extreme = at < trailing ? Number.NaN : (input[at] as number)
  for (let index = start; index < end; index++, trailing++) {
    if (at < trailing) {
      at = window.find(input, trailing, index)
      extreme = input[at] as number
    } else if (sign * (input[index] as number) >= sign * extreme) {
      at = index
      extreme = input[index] as number
    }
    values[index - start] = extreme
    ages[index + first] = index - at
  }
  state[place] = end - at
}
