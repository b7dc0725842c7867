import { copyRows } from './copy-rows.ts'
import { agesFrom, extremeBars, highestAge, longestQuick, lowestAge } from './extremes.ts'
import { earlier } from './later.ts'

/**
 * Slides the places of the highest high and the lowest low, the latest of several, of `period` bars over bars `start` (at
 * least `period - 1`) to `end - 1`, at most 512. Bars are cut into chunks as long as the window; a window is then the end
 * of one chunk and the beginning of the next. Places are chosen by masks, not by branches: markets are hard to predict.
 * Says whether that is quick, and all prices were finite; if not, the places are of no use.
 *
 * The other two write what follows from `highestAge` and `lowestAge`: how recent the lowest low and the highest high are, 100 for the newest
 * bar of the window and 0 for the oldest; and by how much the high is more recent than the low.
 */
export const [slidePlaces, writeRecency, writeLead] = /* @__PURE__ */ makeSlide()

// The columns at work are constants of a closure: V8 then knows where they are and how long. Of an array that it is given
// it asks both anew for every bar.
function makeSlide() {
  const length = extremeBars + longestQuick
  const highs = new Float64Array(length)
  const lows = new Float64Array(length)
  // Places of the extremes from each bar to the end of its chunk.
  const highestAhead = new Int32Array(length)
  const lowestAhead = new Int32Array(length)
  const highestAgo = highestAge
  const lowestAgo = lowestAge
  const ups = new Float64Array(length)
  const downs = new Float64Array(length)

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

  function slidePlaces(
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

  function rate(unit: number, reach: number, first: number, end: number): void {
    for (let bar = first; bar < end; bar++) {
      downs[bar] = unit * (reach - (lowestAgo[bar] as number))
      ups[bar] = unit * (reach - (highestAgo[bar] as number))
    }
  }

  function writeRecency(
    down: Float64Array,
    up: Float64Array,
    period: number,
    start: number,
    end: number,
  ): void {
    const first = agesFrom(period)
    const last = first + end - start
    rate(100 / (period - 1), period - 1, first, last)
    copyRows(downs, first, last, down, start)
    copyRows(ups, first, last, up, start)
  }

  function compare(unit: number, first: number, end: number): void {
    for (let bar = first; bar < end; bar++)
      ups[bar] = unit * ((lowestAgo[bar] as number) - (highestAgo[bar] as number))
  }

  function writeLead(output: Float64Array, period: number, start: number, end: number): void {
    const first = agesFrom(period)
    const last = first + end - start
    compare(100 / (period - 1), first, last)
    copyRows(ups, first, last, output, start)
  }

  return [slidePlaces, writeRecency, writeLead] as const
}
