import type { Columns } from '../framework/column.ts'
import { copyRows } from '../framework/copy-rows.ts'
import type { CandleRange } from './candle.ts'
import type { Totals } from './candle-totals.ts'

/** Candles that are looked at together: few enough that what is kept of them stays in the processor's first cache. */
export const block = 512

/** Earlier candles that are at hand besides: the first of the block is at this place. */
export const history = 64

/**
 * The candles at hand, in memory that all kernels share, and the loops over them. Nothing in it outlives a call.
 *
 * V8 compiles in the constants of a function that is called once, addresses of arrays included. What is exported or
 * imported, declared as a function, or at the top of a bundle, it looks up again and again.
 */
function shareCandles() {
  const size = block
  const before = history
  // The candles at hand, in memory that all kernels share: nothing in it outlives a call. Arrays that come as arguments are
  // looked up in every round of a loop, which takes longer than copying them once. The second half is for candles of long
  // ago.
  const places = 2 * (before + size)
  const open = new Float64Array(places)
  const high = new Float64Array(places)
  const low = new Float64Array(places)
  const close = new Float64Array(places)

  // Three totals for each of the settings that a pattern has. The one that candle `i` is judged with is
  // `totals[slot * size + i - before]`.
  const totals = new Float64Array(18 * size)

  // For every total a bit a candle, in the place `i % 32` of its word: may the body reach the average?
  const words = size / 32
  const masks = new Int32Array(18 * words)

  /** Copies rows `from` to `to - 1` of columns open, high, low and close to place `at` of the memory. */
  function load(columns: Columns, from: number, to: number, at: number): void {
    copyRows(columns[0], from, to, open, at)
    copyRows(columns[1], from, to, high, at)
    copyRows(columns[2], from, to, low, at)
    copyRows(columns[3], from, to, close, at)
  }

  // What follows speaks of candles by their place in the memory.

  function openAt(i: number): number {
    return open[i] as number
  }

  function highAt(i: number): number {
    return high[i] as number
  }

  function lowAt(i: number): number {
    return low[i] as number
  }

  function closeAt(i: number): number {
    return close[i] as number
  }

  /** Length of the body. */
  function body(i: number): number {
    return gap(i)
  }

  /** Length from low to high. */
  function height(i: number): number {
    return span(i)
  }

  /** Whether a candle is white: it closes at or above its open. Else it is black. */
  function isWhite(i: number): boolean {
    return (close[i] as number) >= (open[i] as number)
  }

  /** 100 for a white candle, -100 for a black one. */
  function sign(i: number): number {
    return 200 * +isWhite(i) - 100
  }

  /** Length from the body to the high. */
  function upperShadow(i: number): number {
    const o = open[i] as number
    const c = close[i] as number
    return (high[i] as number) - select(c >= o, c, o)
  }

  /** Length from the low to the body. */
  function lowerShadow(i: number): number {
    const o = open[i] as number
    const c = close[i] as number
    return select(c >= o, o, c) - (low[i] as number)
  }

  /** Length of the shadow where a candle opens: the lower one of a white candle, the upper one of a black one. */
  function openingShadow(i: number): number {
    const o = open[i] as number
    return select(isWhite(i), o - (low[i] as number), (high[i] as number) - o)
  }

  /** Length of the shadow where a candle closes. */
  function closingShadow(i: number): number {
    const c = close[i] as number
    return select(isWhite(i), (high[i] as number) - c, c - (low[i] as number))
  }

  /** Length in the sense of a range type. */
  function candleRange(range: CandleRange, i: number): number {
    return lengthOf(range, i)
  }

  /** The lower end of the body. */
  function lowerEnd(i: number): number {
    const o = open[i] as number
    const c = close[i] as number
    return select(o < c, o, c)
  }

  /** The upper end of the body. */
  function upperEnd(i: number): number {
    const o = open[i] as number
    const c = close[i] as number
    return select(o > c, o, c)
  }

  /** Whether the body of candle `later` lies wholly above the body of candle `earlier`. */
  function bodyGapsUp(later: number, earlier: number): boolean {
    return lowerEnd(later) > upperEnd(earlier)
  }

  /** Whether the body of candle `later` lies wholly below the body of candle `earlier`. */
  function bodyGapsDown(later: number, earlier: number): boolean {
    return upperEnd(later) < lowerEnd(earlier)
  }

  /** `bodyGapsUp` or else `bodyGapsDown`, not as a branch. */
  function bodyGaps(later: number, earlier: number, up: boolean): boolean {
    return ((+up & +bodyGapsUp(later, earlier)) | (+!up & +bodyGapsDown(later, earlier))) !== 0
  }

  // Longer than two numbers need: V8 keeps short arrays where they may move, and then their address is not constant.
  const pair = new Float64Array(16)

  /** `condition ? yes : no`, not as a branch: real prices would mispredict it half of the time. */
  const select = (condition: boolean, yes: number, no: number): number => {
    pair[0] = no
    pair[1] = yes
    return pair[+condition] as number
  }

  // Constants, for a function that is declared may still change, and is looked up.
  const gap = (i: number): number => Math.abs((close[i] as number) - (open[i] as number))

  const span = (i: number): number => (high[i] as number) - (low[i] as number)

  const shadows = (i: number): number => {
    const o = open[i] as number
    const c = close[i] as number
    const white = c >= o
    return (high[i] as number) - select(white, c, o) + (select(white, o, c) - (low[i] as number))
  }

  const lengthOf = (range: CandleRange, i: number): number =>
    range === 0 ? gap(i) : range === 1 ? span(i) : shadows(i)

  // Loops of their own, with locals for all that they change; a round costs little more for three totals than for one.

  function slideBodies(
    { state, shares, margins, back, slot }: Totals,
    leaving: number,
    start: number,
    end: number,
  ): void {
    let total0 = state[0] as number
    let total1 = state[1] as number
    let total2 = state[2] as number
    const share0 = shares[0] as number
    const share1 = shares[1] as number
    const share2 = shares[2] as number
    const margin0 = margins[0] as number
    const margin1 = margins[1] as number
    const margin2 = margins[2] as number
    let now = start - back
    let length1 = gap(now - 1)
    let length2 = gap(now - 2)
    let change1 = length1 - gap(now - 1 + leaving)
    let change2 = length2 - gap(now - 2 + leaving)
    let at = slot * size + start - before
    for (let i = start; i < end; ) {
      const word = slot * words + ((i - before) >> 5)
      let mask0 = 0
      let mask1 = 0
      let mask2 = 0
      for (const stop = Math.min((i | 31) + 1, end); i < stop; i++, now++, at++) {
        const length0 = gap(now)
        const change0 = length0 - gap(now + leaving)
        totals[at] = total0
        totals[at + size] = total1
        totals[at + 2 * size] = total2
        mask0 |= +(length0 <= total0 * share0 + margin0) << i
        mask1 |= +(length1 <= total1 * share1 + margin1) << i
        mask2 |= +(length2 <= total2 * share2 + margin2) << i
        total0 += change0
        total1 += change1
        total2 += change2
        change2 = change1
        change1 = change0
        length2 = length1
        length1 = length0
      }
      masks[word] = mask0
      masks[word + words] = mask1
      masks[word + 2 * words] = mask2
    }
    state[0] = total0
    state[1] = total1
    state[2] = total2
  }

  function slideOneBody(
    { state, shares, margins, back, slot }: Totals,
    leaving: number,
    start: number,
    end: number,
  ): void {
    let total = state[0] as number
    const share = shares[0] as number
    const margin = margins[0] as number
    let now = start - back
    let at = slot * size + start - before
    for (let i = start; i < end; ) {
      const word = slot * words + ((i - before) >> 5)
      let mask = 0
      for (const stop = Math.min((i | 31) + 1, end); i < stop; i++, now++, at++) {
        const length = gap(now)
        totals[at] = total
        mask |= +(length <= total * share + margin) << i
        total += length - gap(now + leaving)
      }
      masks[word] = mask
    }
    state[0] = total
  }

  function slideHeights({ state, back, slot }: Totals, leaving: number, start: number, end: number): void {
    let total0 = state[0] as number
    let total1 = state[1] as number
    let total2 = state[2] as number
    let now = start - back
    let change1 = span(now - 1) - span(now - 1 + leaving)
    let change2 = span(now - 2) - span(now - 2 + leaving)
    let at = slot * size + start - before
    for (const stop = end - back; now < stop; now++, at++) {
      const change0 = span(now) - span(now + leaving)
      totals[at] = total0
      totals[at + size] = total1
      totals[at + 2 * size] = total2
      total0 += change0
      total1 += change1
      total2 += change2
      change2 = change1
      change1 = change0
    }
    state[0] = total0
    state[1] = total1
    state[2] = total2
  }

  function slideOneHeight({ state, back, slot }: Totals, leaving: number, start: number, end: number): void {
    let total = state[0] as number
    let at = slot * size + start - before
    for (let now = start - back; now < end - back; now++, at++) {
      totals[at] = total
      total += span(now) - span(now + leaving)
    }
    state[0] = total
  }

  function slideShadows({ state, back, slot }: Totals, leaving: number, start: number, end: number): void {
    let total0 = state[0] as number
    let total1 = state[1] as number
    let total2 = state[2] as number
    let now = start - back
    let change1 = shadows(now - 1) - shadows(now - 1 + leaving)
    let change2 = shadows(now - 2) - shadows(now - 2 + leaving)
    let at = slot * size + start - before
    for (const stop = end - back; now < stop; now++, at++) {
      const change0 = shadows(now) - shadows(now + leaving)
      totals[at] = total0
      totals[at + size] = total1
      totals[at + 2 * size] = total2
      total0 += change0
      total1 += change1
      total2 += change2
      change2 = change1
      change1 = change0
    }
    state[0] = total0
    state[1] = total1
    state[2] = total2
  }

  /** "Totals" of a setting without a period: a candle is held against its own length. */
  function fillTotals({ range, back, slot }: Totals, used: number, start: number, end: number): void {
    for (let place = 0; place < used; place++) {
      let at = (slot + place) * size + start - before
      const now = start - back - place
      const stop = end - back - place
      if (range === 0) for (let i = now; i < stop; i++, at++) totals[at] = gap(i)
      else for (let i = now; i < stop; i++, at++) totals[at] = lengthOf(range, i)
    }
  }

  /** The total that candle `i` is judged with. */
  function totalAt(slot: number, i: number): number {
    return totals[slot * size + i - before] as number
  }

  /** The bits of the 32 candles from `i` on, as `slideBodies` made them. */
  function maskAt(slot: number, i: number): number {
    return masks[slot * words + ((i - before) >> 5)] as number
  }

  /** As the masks have it, for totals that are not of bodies. */
  function bodiesAtMost(
    slot: number,
    back: number,
    share: number,
    margin: number,
    from: number,
    to: number,
  ): number {
    let mask = 0
    let at = slot * size + from - before
    for (let i = from; i < to; i++, at++)
      mask |= +(gap(i - back) <= (totals[at] as number) * share + margin) << i
    return mask
  }

  /** Bit `i % 32` tells whether candle `i` is white. */
  function whites(from: number, to: number): number {
    let word = 0
    for (let i = from; i < to; i++) word |= +((close[i] as number) >= (open[i] as number)) << i
    return word
  }

  /** Candles after an inside bar: one that lies within the candle before it. */
  function insideBars(from: number, to: number): number {
    let word = 0
    for (let i = from; i < to; i++)
      word |=
        (+((high[i - 1] as number) < (high[i - 2] as number)) &
          +((low[i - 1] as number) > (low[i - 2] as number))) <<
        i
    return word
  }

  /** Candles that close between the open of the candle before and the body before that. */
  function gapClosers(from: number, to: number): number {
    let word = 0
    for (let i = from; i < to; i++) {
      const c = close[i] as number
      const o1 = open[i - 1] as number
      const o2 = open[i - 2] as number
      const c2 = close[i - 2] as number
      // Asked so that a NaN passes, and is judged.
      const above = +!(c >= o1) & +!(c <= o2) & +!(c <= c2)
      const below = +!(c <= o1) & +!(c >= o2) & +!(c >= c2)
      word |= (above | below) << i
    }
    return word
  }

  /** Candles whose body covers the body before, which is of the other colour: `xy` is for another screen to see. */
  function coveringBodies(from: number, to: number): number {
    let word = 0
    for (let i = from; i < to; i++) {
      const o = open[i] as number
      const c = close[i] as number
      const o1 = open[i - 1] as number
      const c1 = close[i - 1] as number
      const rises = +(c >= o) & +(c >= o1) & +(o <= c1)
      const falls = +(o > c) & +(o >= c1) & +(c <= o1)
      word |= (rises | falls) << i
    }
    return word
  }

  // In places and not by name, which bundlers could not shorten.
  return [
    load,
    openAt,
    highAt,
    lowAt,
    closeAt,
    body,
    height,
    isWhite,
    sign,
    upperShadow,
    lowerShadow,
    openingShadow,
    closingShadow,
    candleRange,
    lowerEnd,
    upperEnd,
    bodyGapsUp,
    bodyGapsDown,
    bodyGaps,
    slideBodies,
    slideOneBody,
    slideHeights,
    slideOneHeight,
    slideShadows,
    fillTotals,
    totalAt,
    maskAt,
    bodiesAtMost,
    whites,
    insideBars,
    gapClosers,
    coveringBodies,
  ] as const
}

export const [
  load,
  openAt,
  highAt,
  lowAt,
  closeAt,
  body,
  height,
  isWhite,
  sign,
  upperShadow,
  lowerShadow,
  openingShadow,
  closingShadow,
  candleRange,
  lowerEnd,
  upperEnd,
  bodyGapsUp,
  bodyGapsDown,
  bodyGaps,
  slideBodies,
  slideOneBody,
  slideHeights,
  slideOneHeight,
  slideShadows,
  fillTotals,
  totalAt,
  maskAt,
  bodiesAtMost,
  whites,
  insideBars,
  gapClosers,
  coveringBodies,
] = /* @__PURE__ */ shareCandles()
