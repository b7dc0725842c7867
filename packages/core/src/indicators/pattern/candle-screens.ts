import { closeOver } from '../framework/close-over.ts'
import { block, masks } from './candle-memory.ts'
import { type Average, type Totals, width } from './candle-totals.ts'
import { body, closeAt, highAt, isWhite, lowAt, openAt } from './candles.ts'
import { totalAt } from './slide-totals.ts'

/** Which of the candles `from` to `to - 1`, all of one word, may have the pattern: candle `i` is bit `i % 32`. */
export type Screen = (from: number, to: number) => number

/** Bit `i % 32` tells whether candle `i` is white. Two candles a round, as below. */
const whites = /* @__PURE__ */ closeOver([isWhite], (isWhite) => (from: number, to: number): number => {
  let word = 0
  for (let i = from; i < to; i++) {
    word |= +isWhite(i) << i
    if (++i === to) break
    word |= +isWhite(i) << i
  }
  return word
})

/** The bits of the 32 candles from `i` on, as `slideBodies` made them. */
const maskAt = /* @__PURE__ */ closeOver(
  [masks, block],
  (masks, block) =>
    (slot: number, i: number): number => {
      return masks[(slot * block + i) >> 5] as number
    },
)

/** As the masks have it, for totals that are not of bodies. */
const bodiesAtMost = /* @__PURE__ */ closeOver(
  [body, totalAt],
  (body, totalAt) =>
    (slot: number, back: number, share: number, margin: number, from: number, to: number): number => {
      let mask = 0
      for (let i = from; i < to; i++) mask |= +(body(i - back) <= totalAt(slot, i) * share + margin) << i
      return mask
    },
)

/**
 * Finds sequences of colours.
 *
 * @param colours - A letter a candle, the last being the judged one: `w` white, `b` black, `?` either; `x` and `y` are
 *   opposite colours, whichever way round. At most six letters.
 */
export function colourScreen(colours: string): Screen {
  const eitherWay = /x|y/.test(colours)
  const letters = [...colours].reverse()
  const backs = letters.map((_, back) => back).filter((back) => letters[back] !== '?')
  // Turns the colour that is looked for into ones.
  const turns = backs.map((back) => (/b|y/.test(letters[back] ?? '') ? -1 : 0))
  return (from, to) => {
    const base = from & ~31
    const word = whites(Math.max(from - 5, base), to)
    const earlier = whites(from - 5, Math.max(from - 5, base))
    let all = -1
    let none = -1
    for (let index = 0; index < backs.length; index++) {
      const back = backs[index] as number
      // Not `>>> (32 - back)`, which would be `>>> 0` for the judged candle.
      const colour = (word << back) | ((earlier >>> 1) >>> (31 - back))
      const wanted = colour ^ (turns[index] as number)
      all &= wanted
      none &= ~wanted
    }
    return eitherWay ? all | none : all
  }
}

/**
 * Candles whose measured body may be at most the average, or `longer`: quicker than the truth, for it does not divide,
 * and never 0 where the truth is 1. No two averages of a kernel may be screened for the same body.
 */
export function sizeScreen(average: Average, longer: boolean, sliding: readonly Totals[]): Screen {
  const { range, period, factor, span, half, back, slot } = average
  // A factor so small has too few digits for the margin, and without a period there is no total.
  if (Math.abs(factor) < 1e-200 || period === 0) return () => -1
  const turn = longer ? -1 : 0
  const near = longer ? -1e-9 : 1e-9
  const share = (factor / span) * half * (1 + near)
  const margin = near * 1e-260
  if (range !== 0) return (from, to) => turn ^ bodiesAtMost(slot, back, share, margin, from, to)
  const { shares, margins } = sliding[Math.floor(slot / width)] as Totals
  shares[slot % width] = share
  margins[slot % width] = margin
  return (from) => turn ^ maskAt(slot, from)
}

/** Candles after an inside bar: one that lies within the candle before it. */
export const insideBars = /* @__PURE__ */ closeOver(
  [highAt, lowAt],
  (highAt, lowAt) =>
    (from: number, to: number): number => {
      let word = 0
      for (let i = from; i < to; i++)
        word |= (+(highAt(i - 1) < highAt(i - 2)) & +(lowAt(i - 1) > lowAt(i - 2))) << i
      return word
    },
)

/** Candles that close between the open of the candle before and the body before that. */
export const gapClosers = /* @__PURE__ */ closeOver(
  [openAt, closeAt],
  (openAt, closeAt) =>
    (from: number, to: number): number => {
      let word = 0
      for (let i = from; i < to; i++) {
        const c = closeAt(i)
        const o1 = openAt(i - 1)
        const o2 = openAt(i - 2)
        const c2 = closeAt(i - 2)
        // Asked so that a NaN passes, and is judged.
        const above = +!(c >= o1) & +!(c <= o2) & +!(c <= c2)
        const below = +!(c <= o1) & +!(c >= o2) & +!(c >= c2)
        word |= (above | below) << i
      }
      return word
    },
)

/**
 * Candles whose body may cover the body before, which may be of the other colour. Comparisons take such a loop
 * the most time, so the signs of two products stand for seven; a NaN, as of infinite prices, passes. Two
 * candles a round take an eighth less than one.
 */
export const coveringBodies = /* @__PURE__ */ closeOver(
  [openAt, closeAt],
  (openAt, closeAt) =>
    (from: number, to: number): number => {
      let word = 0
      let o1 = openAt(from - 1)
      let c1 = closeAt(from - 1)
      let o: number
      let c: number
      for (let i = from; i < to; i++) {
        o = openAt(i)
        c = closeAt(i)
        word |= (+!((c - o1) * (c1 - o) < 0) & +!((c - o) * (c1 - o1) > 0)) << i
        o1 = o
        c1 = c
        if (++i === to) break
        o = openAt(i)
        c = closeAt(i)
        word |= (+!((c - o1) * (c1 - o) < 0) & +!((c - o) * (c1 - o1) > 0)) << i
        o1 = o
        c1 = c
      }
      return word
    },
)
