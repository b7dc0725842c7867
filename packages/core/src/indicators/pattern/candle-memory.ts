import type { Columns } from '../framework/column.ts'
import { copyRows } from '../framework/copy-rows.ts'

/** Candles that are looked at together: few enough that what is kept of them stays in the processor's first cache. */
export const block = 512

/** Earlier candles that are at hand besides: the first of the block is at this place. */
export const history = 64

// The candles at hand, in memory that all kernels share: nothing in it outlives a call. Arrays that come as arguments are
// looked up in every round of a loop, which takes longer than copying them once. The second half is for candles of long ago.
const places = 2 * (history + block)
export const open = /* @__PURE__ */ new Float64Array(places)
export const high = /* @__PURE__ */ new Float64Array(places)
export const low = /* @__PURE__ */ new Float64Array(places)
export const close = /* @__PURE__ */ new Float64Array(places)

// Three totals for each of the settings that a pattern has. The one that candle `i` is judged with is
// `totals[slot * block + i]`.
const kept = 18 * block + history
export const totals = /* @__PURE__ */ new Float64Array(kept)

/** For every total a bit a candle, in the place `i % 32` of its word: may the body reach the average? */
export const masks = /* @__PURE__ */ new Int32Array(kept / 32)

// What a pattern reads of candles, for the rest need not be copied: 1 opens and closes, 2 highs and lows, 3 all. One more than
// the range type that reads the same.
export const bodies = 1
export const ends = 2

/** Copies rows `from` to `to - 1` of the columns that are in `parts` to place `at` of the memory. */
export function load(columns: Columns, from: number, to: number, at: number, parts: number): void {
  if (parts !== ends) {
    copyRows(columns[0], from, to, open, at)
    copyRows(columns[3], from, to, close, at)
  }
  if (parts !== bodies) {
    copyRows(columns[1], from, to, high, at)
    copyRows(columns[2], from, to, low, at)
  }
}
