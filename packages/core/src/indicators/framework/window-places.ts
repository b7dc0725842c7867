import { closeOver } from './close-over.ts'
import { agesFrom, extremeBars, highestAge, longestQuick, lowestAge } from './extremes.ts'
import { earlier } from './later.ts'

const length = extremeBars + longestQuick
const highs = /* @__PURE__ */ new Float64Array(length)
const lows = /* @__PURE__ */ new Float64Array(length)
// Places of the extremes from each bar to the end of its chunk.
const highestAhead = /* @__PURE__ */ new Int32Array(length)
const lowestAhead = /* @__PURE__ */ new Int32Array(length)

/** Looks ahead from every bar of the first chunk. Gives 0, or NaN when a price is not finite. */
const lookAhead = /* @__PURE__ */ closeOver(
  [highs, lows, highestAhead, lowestAhead],
  (highs, lows, highestAhead, lowestAhead) =>
    (first: number, last: number): number => {
      let fault = 0
      let top = last
      let bottom = last
      for (let bar = last; bar >= first; bar--) {
        const a = highs[bar] as number
        const b = lows[bar] as number
        fault += a - a + (b - b)
        top ^= (top ^ bar) & -+(a > (highs[top] as number))
        bottom ^= (bottom ^ bar) & -+(b < (lows[bottom] as number))
        highestAhead[bar] = top
        lowestAhead[bar] = bottom
      }
      return fault
    },
)

/** Finds what is asked for the bars of a further chunk, and looks ahead from each. Gives 0 or NaN likewise. */
const slideChunk = /* @__PURE__ */ closeOver(
  [highs, lows, highestAhead, lowestAhead, highestAge, lowestAge],
  (highs, lows, highestAhead, lowestAhead, highestAge, lowestAge) =>
    (first: number, last: number, before: number): number => {
      let fault = 0
      let top = first
      let bottom = first
      let topAhead = last
      let bottomAhead = last
      for (let bar = first, back = last, oldest = before; bar <= last; bar++, back--, oldest++) {
        const a = highs[bar] as number
        const b = lows[bar] as number
        fault += a - a + (b - b)
        top ^= (top ^ bar) & -+(a >= (highs[top] as number))
        bottom ^= (bottom ^ bar) & -+(b <= (lows[bottom] as number))
        topAhead ^= (topAhead ^ back) & -+((highs[back] as number) > (highs[topAhead] as number))
        bottomAhead ^= (bottomAhead ^ back) & -+((lows[back] as number) < (lows[bottomAhead] as number))
        highestAhead[back] = topAhead
        lowestAhead[back] = bottomAhead
        const earlierTop = highestAhead[oldest] as number
        const earlierBottom = lowestAhead[oldest] as number
        const higher = -+((highs[earlierTop] as number) > (highs[top] as number))
        const lower = -+((lows[earlierBottom] as number) < (lows[bottom] as number))
        highestAge[bar] = bar - (top ^ ((top ^ earlierTop) & higher))
        lowestAge[bar] = bar - (bottom ^ ((bottom ^ earlierBottom) & lower))
      }
      return fault
    },
)

/**
 * Slides the places of the highest high and the lowest low, the latest of several, of `period` bars over bars `start` (at
 * least `period - 1`) to `end - 1`, at most 512. Bars are cut into chunks as long as the window; a window is then the end
 * of one chunk and the beginning of the next. Places are chosen by masks, not by branches: markets are hard to predict.
 * Says whether that is quick, and all prices were finite; if not, the places are of no use.
 */
export function slidePlaces(
  high: Float64Array,
  low: Float64Array,
  period: number,
  start: number,
  end: number,
): boolean {
  if (period > longestQuick || end - start <= period) return false
  const count = end - start + period
  // The first window may lack a bar before it, which nobody asks for.
  const missing = period - earlier(period, start)
  highs.set(high.subarray(start - period + missing, end), missing)
  lows.set(low.subarray(start - period + missing, end), missing)
  let fault = lookAhead(missing, period - 1)
  for (let first = period; first < count; first += period)
    fault += slideChunk(first, earlier(first + period, count) - 1, first - period + 1)
  return fault === 0
}

// What is written are columns of the caller, four bars a round, for V8 looks them up again in each: that is quicker than to write
// into columns that are constants, and to copy from there.

/** Writes how recent the lowest low and the highest high are, 100 for the newest bar of the window and 0 for the oldest. */
export const writeRecency = /* @__PURE__ */ closeOver(
  [highestAge, lowestAge],
  (highestAge, lowestAge) =>
    (down: Float64Array, up: Float64Array, period: number, start: number, end: number): void => {
      const reach = period - 1
      const unit = 100 / reach
      for (let bar = agesFrom(period), row = start; row < end; bar++, row++) {
        down[row] = unit * (reach - (lowestAge[bar] as number))
        up[row] = unit * (reach - (highestAge[bar] as number))
        if (++row === end) break
        bar++
        down[row] = unit * (reach - (lowestAge[bar] as number))
        up[row] = unit * (reach - (highestAge[bar] as number))
        if (++row === end) break
        bar++
        down[row] = unit * (reach - (lowestAge[bar] as number))
        up[row] = unit * (reach - (highestAge[bar] as number))
        if (++row === end) break
        bar++
        down[row] = unit * (reach - (lowestAge[bar] as number))
        up[row] = unit * (reach - (highestAge[bar] as number))
      }
    },
)

/** Writes by how much the high is more recent than the low. */
export const writeLead = /* @__PURE__ */ closeOver(
  [highestAge, lowestAge],
  (highestAge, lowestAge) =>
    (output: Float64Array, period: number, start: number, end: number): void => {
      const unit = 100 / (period - 1)
      for (let bar = agesFrom(period), row = start; row < end; bar++, row++) {
        output[row] = unit * ((lowestAge[bar] as number) - (highestAge[bar] as number))
        if (++row === end) break
        bar++
        output[row] = unit * ((lowestAge[bar] as number) - (highestAge[bar] as number))
        if (++row === end) break
        bar++
        output[row] = unit * ((lowestAge[bar] as number) - (highestAge[bar] as number))
        if (++row === end) break
        bar++
        output[row] = unit * ((lowestAge[bar] as number) - (highestAge[bar] as number))
      }
    },
)
