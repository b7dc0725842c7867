/** Windows up to this long are slid quickly. */
export const longestRange = 64
/** The most bars of one call. */
export const rangeBars = 512

/** What `slideRange` finds: for bar `start + i` of a call the highest high and the lowest low of its window. */
export const highest = /* @__PURE__ */ new Float64Array(rangeBars)
export const lowest = /* @__PURE__ */ new Float64Array(rangeBars)

// Extremes from each bar of a chunk to its end: highs, then lows; of the chunk before, and of the one at hand.
const ending = /* @__PURE__ */ new Float64Array(2 * longestRange)
const coming = /* @__PURE__ */ new Float64Array(2 * longestRange)

/**
 * Slides the highest high and the lowest low of `period` bars over bars `start` (at least `period - 1`) to `end - 1`, at
 * most 512, without a branch that depends on prices: markets are hard to predict. Bars are cut into chunks as long as the
 * window; a window is then the end of one chunk and the beginning of the next, and the extremes of both only grow.
 *
 * The greater of two is b + max(a - b, 0). That is exact where one is not more than twice the other. Says whether that
 * held for every window; where it did not, or where a price is missing, the values are of no use.
 */
export function slideRange(
  high: Float64Array,
  low: Float64Array,
  period: number,
  start: number,
  end: number,
): boolean {
  let top = high[start - 1] as number
  let bottom = low[start - 1] as number
  for (let place = period - 1, bar = start - 1; place > 0; place--, bar--) {
    top = greater(top, high[bar] as number)
    bottom = lesser(bottom, low[bar] as number)
    ending[place] = top
    ending[longestRange + place] = bottom
  }
  let before = ending
  let after = coming
  let sound = 1
  for (let chunk = start; chunk < end; chunk += period) {
    const last = Math.min(chunk + period, end) - 1
    top = high[chunk] as number
    bottom = low[chunk] as number
    let backTop = high[last] as number
    let backBottom = low[last] as number
    for (let bar = chunk, back = last, place = 1; place < period && bar <= last; bar++, back--, place++) {
      const a = high[bar] as number
      const b = low[bar] as number
      top = greater(top, a)
      bottom = lesser(bottom, b)
      const most = greater(top, before[place] as number)
      const least = lesser(bottom, before[longestRange + place] as number)
      highest[bar - start] = most
      lowest[bar - start] = least
      sound &= +(most <= 1.9 * least) & +(b <= a)
      backTop = greater(backTop, high[back] as number)
      backBottom = lesser(backBottom, low[back] as number)
      after[period - place] = backTop
      after[longestRange + period - place] = backBottom
    }
    if (last - chunk + 1 === period) {
      // The last bar of a whole chunk: its window is this chunk.
      const a = high[last] as number
      const b = low[last] as number
      top = greater(top, a)
      bottom = lesser(bottom, b)
      highest[last - start] = top
      lowest[last - start] = bottom
      sound &= +(top <= 1.9 * bottom) & +(b <= a)
    }
    const spare = before
    before = after
    after = spare
  }
  return sound === 1
}

function greater(a: number, b: number): number {
  const more = a - b
  return b + (more + Math.abs(more)) * 0.5
}

function lesser(a: number, b: number): number {
  const more = a - b
  return a - (more + Math.abs(more)) * 0.5
}
