import { earlier } from './later.ts'

/** Windows up to this long are slid quickly. */
const longestPlaces = 64
/** The most bars of one call. */
export const placedBars = 512

/** What `slidePlaces` finds: for bar `start + i` of a call how many bars ago the highest high and the lowest low were. */
export const highestAge = /* @__PURE__ */ new Int32Array(placedBars)
export const lowestAge = /* @__PURE__ */ new Int32Array(placedBars)

/** Whether places in windows of `period` bars are slid quickly over the bars from `start` to `end - 1`. */
export function arePlacesQuick(period: number, start: number, end: number): boolean {
  return period <= longestPlaces && end - start > period
}

/**
 * Slides the places of the highest high and the lowest low, the latest of several, of `period` bars over bars `start` (at
 * least `period - 1`) to `end - 1`, at most 512. Bars are cut into chunks as long as the window; a window is then the end
 * of one chunk and the beginning of the next. Places are chosen by masks, not by branches: markets are hard to predict.
 * Says whether all prices were finite; where one was not, the ages are of no use.
 */
export const slidePlaces = /* @__PURE__ */ makeSlide()

// The columns at work are constants of a closure: V8 then knows where they are and how long. Of an array that it is given
// it asks both anew for every bar.
function makeSlide() {
  const length = placedBars + longestPlaces
  const highs = new Float64Array(length)
  const lows = new Float64Array(length)
  // Places of the extremes from each bar to the end of its chunk.
  const highestAhead = new Int32Array(length)
  const lowestAhead = new Int32Array(length)
  const highestAgo = new Int32Array(length)
  const lowestAgo = new Int32Array(length)

  /** Looks ahead from every bar of the first chunk. Gives 0, or NaN when a price is not finite. */
  function lookAhead(first: number, last: number): number {
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
  }

  /** Finds what is asked for the bars of a further chunk, and looks ahead from each. Gives 0 or NaN likewise. */
  function slideChunk(first: number, last: number, before: number): number {
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
      highestAgo[bar] = bar - (top ^ ((top ^ earlierTop) & higher))
      lowestAgo[bar] = bar - (bottom ^ ((bottom ^ earlierBottom) & lower))
    }
    return fault
  }

  return function slidePlaces(
    high: Float64Array,
    low: Float64Array,
    period: number,
    start: number,
    end: number,
  ): boolean {
    const count = end - start + period
    // The first window may lack a bar before it, which nobody asks for.
    const missing = period - earlier(period, start)
    highs.set(high.subarray(start - period + missing, end), missing)
    lows.set(low.subarray(start - period + missing, end), missing)
    let fault = lookAhead(missing, period - 1)
    for (let first = period; first < count; first += period)
      fault += slideChunk(first, earlier(first + period, count) - 1, first - period + 1)
    highestAge.set(highestAgo.subarray(period, count))
    lowestAge.set(lowestAgo.subarray(period, count))
    return fault === 0
  }
}
