/** Windows up to this long are slid quickly. */
export const longestPlaces = 64
/** The most bars of one call. */
export const placedBars = 512

/** What `slidePlaces` finds: for bar `start + i` of a call the places of the highest high and the lowest low. */
export const highestAt = /* @__PURE__ */ new Int32Array(placedBars)
export const lowestAt = /* @__PURE__ */ new Int32Array(placedBars)

// Places of the extremes from each bar of a chunk to its end: highs, then lows; of the chunk before, and of the one at hand.
const ending = /* @__PURE__ */ new Int32Array(2 * longestPlaces)
const coming = /* @__PURE__ */ new Int32Array(2 * longestPlaces)

/**
 * Slides the places of the highest high and the lowest low, the latest of several, of `period` bars over bars `start` (at
 * least `period - 1`) to `end - 1`, at most 512. Bars are cut into chunks as long as the window; a window is then the end
 * of one chunk and the beginning of the next. Places are chosen by masks, not by branches: markets are hard to predict.
 * Says whether all prices were finite; where one was not, the places are of no use.
 */
export function slidePlaces(
  high: Float64Array,
  low: Float64Array,
  period: number,
  start: number,
  end: number,
): boolean {
  let top = start - 1
  let bottom = start - 1
  // Stays 0 unless a price is not finite.
  let fault = 0
  for (let place = period - 1, bar = start - 1; place > 0; place--, bar--) {
    const a = high[bar] as number
    const b = low[bar] as number
    fault += a - a + (b - b)
    top ^= (top ^ bar) & -+(a > (high[top] as number))
    bottom ^= (bottom ^ bar) & -+(b < (low[bottom] as number))
    ending[place] = top
    ending[longestPlaces + place] = bottom
  }
  let before = ending
  let after = coming
  for (let chunk = start; chunk < end; chunk += period) {
    const last = Math.min(chunk + period, end) - 1
    top = chunk
    bottom = chunk
    let backTop = last
    let backBottom = last
    for (let bar = chunk, back = last, place = 1; bar <= last; bar++, back--, place++) {
      const a = high[bar] as number
      const b = low[bar] as number
      fault += a - a + (b - b)
      top ^= (top ^ bar) & -+(a >= (high[top] as number))
      bottom ^= (bottom ^ bar) & -+(b <= (low[bottom] as number))
      // The last bar of a whole chunk ends a window that is this chunk.
      const earlierTop = place < period ? (before[place] as number) : top
      const earlierBottom = place < period ? (before[longestPlaces + place] as number) : bottom
      highestAt[bar - start] =
        top ^ ((top ^ earlierTop) & -+((high[earlierTop] as number) > (high[top] as number)))
      lowestAt[bar - start] =
        bottom ^ ((bottom ^ earlierBottom) & -+((low[earlierBottom] as number) < (low[bottom] as number)))
      backTop ^= (backTop ^ back) & -+((high[back] as number) > (high[backTop] as number))
      backBottom ^= (backBottom ^ back) & -+((low[back] as number) < (low[backBottom] as number))
      if (place === period) continue
      after[period - place] = backTop
      after[longestPlaces + period - place] = backBottom
    }
    const spare = before
    before = after
    after = spare
  }
  return fault === 0
}
