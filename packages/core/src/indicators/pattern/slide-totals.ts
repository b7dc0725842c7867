import { closeOver } from '../framework/close-over.ts'
import { block, masks, totals } from './candle-memory.ts'
import type { Totals } from './candle-totals.ts'
import { body, height, shadows } from './candles.ts'

const setTotal = /* @__PURE__ */ closeOver([totals], (totals) => (at: number, value: number) => {
  totals[at] = value
})

// Loops of their own, with locals for all that they change; a round costs little more for three totals than for one. Two bodies
// a round: patterns of three bodies take a twelfth less.

export const slideBodies = /* @__PURE__ */ closeOver(
  [body, setTotal, masks, block],
  (body, setTotal, masks, block) =>
    ({ state, shares, margins, back, slot }: Totals, leaving: number, start: number, end: number): void => {
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
      let length1 = body(now - 1)
      let length2 = body(now - 2)
      let change1 = length1 - body(now - 1 + leaving)
      let change2 = length2 - body(now - 2 + leaving)
      let at = slot * block + start
      let length0: number
      let change0: number
      for (let i = start; i < end; ) {
        const word = at >> 5
        let mask0 = 0
        let mask1 = 0
        let mask2 = 0
        for (const stop = Math.min((i | 31) + 1, end); i < stop; ) {
          length0 = body(now)
          change0 = length0 - body(now + leaving)
          setTotal(at, total0)
          setTotal(at + block, total1)
          setTotal(at + 2 * block, total2)
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
          i++
          now++
          at++
          if (i === stop) break
          length0 = body(now)
          change0 = length0 - body(now + leaving)
          setTotal(at, total0)
          setTotal(at + block, total1)
          setTotal(at + 2 * block, total2)
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
          i++
          now++
          at++
        }
        masks[word] = mask0
        masks[word + block / 32] = mask1
        masks[word + block / 16] = mask2
      }
      state[0] = total0
      state[1] = total1
      state[2] = total2
    },
)

export const slideOneBody = /* @__PURE__ */ closeOver(
  [body, setTotal, masks, block],
  (body, setTotal, masks, block) =>
    ({ state, shares, margins, back, slot }: Totals, leaving: number, start: number, end: number): void => {
      let total = state[0] as number
      const share = shares[0] as number
      const margin = margins[0] as number
      let now = start - back
      let at = slot * block + start
      for (let i = start; i < end; ) {
        const word = at >> 5
        let mask = 0
        for (const stop = Math.min((i | 31) + 1, end); i < stop; i++, now++, at++) {
          const length = body(now)
          setTotal(at, total)
          mask |= +(length <= total * share + margin) << i
          total += length - body(now + leaving)
        }
        masks[word] = mask
      }
      state[0] = total
    },
)

export const slideHeights = /* @__PURE__ */ closeOver(
  [height, setTotal, block],
  (height, setTotal, block) =>
    ({ state, back, slot }: Totals, leaving: number, start: number, end: number): void => {
      let total0 = state[0] as number
      let total1 = state[1] as number
      let total2 = state[2] as number
      let now = start - back
      let change1 = height(now - 1) - height(now - 1 + leaving)
      let change2 = height(now - 2) - height(now - 2 + leaving)
      let at = slot * block + start
      for (const stop = end - back; now < stop; now++, at++) {
        const change0 = height(now) - height(now + leaving)
        setTotal(at, total0)
        setTotal(at + block, total1)
        setTotal(at + 2 * block, total2)
        total0 += change0
        total1 += change1
        total2 += change2
        change2 = change1
        change1 = change0
      }
      state[0] = total0
      state[1] = total1
      state[2] = total2
    },
)

export const slideOneHeight = /* @__PURE__ */ closeOver(
  [height, setTotal, block],
  (height, setTotal, block) =>
    ({ state, back, slot }: Totals, leaving: number, start: number, end: number): void => {
      let total = state[0] as number
      let at = slot * block + start
      for (let now = start - back; now < end - back; now++, at++) {
        setTotal(at, total)
        total += height(now) - height(now + leaving)
      }
      state[0] = total
    },
)

export const slideShadows = /* @__PURE__ */ closeOver(
  [shadows, setTotal, block],
  (shadows, setTotal, block) =>
    ({ state, back, slot }: Totals, leaving: number, start: number, end: number): void => {
      let total0 = state[0] as number
      let total1 = state[1] as number
      let total2 = state[2] as number
      let now = start - back
      let change1 = shadows(now - 1) - shadows(now - 1 + leaving)
      let change2 = shadows(now - 2) - shadows(now - 2 + leaving)
      let at = slot * block + start
      for (const stop = end - back; now < stop; now++, at++) {
        const change0 = shadows(now) - shadows(now + leaving)
        setTotal(at, total0)
        setTotal(at + block, total1)
        setTotal(at + 2 * block, total2)
        total0 += change0
        total1 += change1
        total2 += change2
        change2 = change1
        change1 = change0
      }
      state[0] = total0
      state[1] = total1
      state[2] = total2
    },
)

/** The total that candle `i` is judged with. */
export const totalAt = /* @__PURE__ */ closeOver(
  [totals, block],
  (totals, block) =>
    (slot: number, i: number): number => {
      return totals[slot * block + i] as number
    },
)
