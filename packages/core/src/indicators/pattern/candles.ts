import { closeOver } from '../framework/close-over.ts'
import type { CandleRange } from './candle.ts'
import { close, high, low, open } from './candle-memory.ts'

// What candles look like. They are spoken of by their place in the memory.

export const openAt = /* @__PURE__ */ closeOver([open], (open) => (i: number) => open[i] as number)

export const highAt = /* @__PURE__ */ closeOver([high], (high) => (i: number) => high[i] as number)

export const lowAt = /* @__PURE__ */ closeOver([low], (low) => (i: number) => low[i] as number)

export const closeAt = /* @__PURE__ */ closeOver([close], (close) => (i: number) => close[i] as number)

/** Length of the body. */
export const body = /* @__PURE__ */ closeOver(
  [open, close],
  (open, close) => (i: number) => Math.abs((close[i] as number) - (open[i] as number)),
)

/** Length from low to high. */
export const height = /* @__PURE__ */ closeOver(
  [high, low],
  (high, low) => (i: number) => (high[i] as number) - (low[i] as number),
)

/** Whether a candle is white: it closes at or above its open. Else it is black. */
export const isWhite = /* @__PURE__ */ closeOver(
  [open, close],
  (open, close) => (i: number) => (close[i] as number) >= (open[i] as number),
)

/** 100 for a white candle, -100 for a black one. */
export const sign = /* @__PURE__ */ closeOver(
  [isWhite],
  (isWhite) =>
    (i: number): number =>
      200 * +isWhite(i) - 100,
)

// Longer than two numbers need: V8 keeps short arrays where they may move, and then their address is not constant.
const pair = /* @__PURE__ */ new Float64Array(16)

/** `condition ? yes : no`, not as a branch: real prices would mispredict it half of the time. */
const select = /* @__PURE__ */ closeOver([pair], (pair) => (condition: boolean, yes: number, no: number) => {
  pair[0] = no
  pair[1] = yes
  return pair[+condition] as number
})

/** The lower end of the body. */
export const lowerEnd = /* @__PURE__ */ closeOver(
  [open, close, select],
  (open, close, select) => (i: number) => {
    const o = open[i] as number
    const c = close[i] as number
    return select(o < c, o, c)
  },
)

/** The upper end of the body. */
export const upperEnd = /* @__PURE__ */ closeOver(
  [open, close, select],
  (open, close, select) => (i: number) => {
    const o = open[i] as number
    const c = close[i] as number
    return select(o > c, o, c)
  },
)

/** Length from the body to the high. */
export const upperShadow = /* @__PURE__ */ closeOver(
  [open, high, close, select],
  (open, high, close, select) => (i: number) => {
    const o = open[i] as number
    const c = close[i] as number
    return (high[i] as number) - select(c >= o, c, o)
  },
)

/** Length from the low to the body. */
export const lowerShadow = /* @__PURE__ */ closeOver(
  [open, low, close, select],
  (open, low, close, select) => (i: number) => {
    const o = open[i] as number
    const c = close[i] as number
    return select(c >= o, o, c) - (low[i] as number)
  },
)

/** Length of the shadow where a candle opens: the lower one of a white candle, the upper one of a black one. */
export function openingShadow(i: number): number {
  return select(isWhite(i), openAt(i) - lowAt(i), highAt(i) - openAt(i))
}

/** Length of the shadow where a candle closes. */
export function closingShadow(i: number): number {
  return select(isWhite(i), highAt(i) - closeAt(i), closeAt(i) - lowAt(i))
}

/** Length of both shadows. */
export const shadows = /* @__PURE__ */ closeOver(
  [open, high, low, close, select],
  (open, high, low, close, select) => (i: number) => {
    const o = open[i] as number
    const c = close[i] as number
    const white = c >= o
    return (high[i] as number) - select(white, c, o) + (select(white, o, c) - (low[i] as number))
  },
)

/** Length in the sense of a range type. */
export function candleRange(range: CandleRange, i: number): number {
  return range === 0 ? body(i) : range === 1 ? height(i) : shadows(i)
}

/** Whether the body of candle `later` lies wholly above the body of candle `earlier`. */
export function bodyGapsUp(later: number, earlier: number): boolean {
  return lowerEnd(later) > upperEnd(earlier)
}

/** Whether the body of candle `later` lies wholly below the body of candle `earlier`. */
export function bodyGapsDown(later: number, earlier: number): boolean {
  return upperEnd(later) < lowerEnd(earlier)
}

/** `bodyGapsUp` or else `bodyGapsDown`, not as a branch. */
export function bodyGaps(later: number, earlier: number, up: boolean): boolean {
  return ((+up & +bodyGapsUp(later, earlier)) | (+!up & +bodyGapsDown(later, earlier))) !== 0
}
