import { closeOver } from './close-over.ts'
import { extremeBars, highest, longestQuick, lowest } from './extremes.ts'
import { earlier, later } from './later.ts'
import { headOf, quotient, tailOf } from './quotient.ts'

/** Windows from this on are slid quickly. */
const shortestRange = 4
/** The most bars of one call. */
export const rangeBars = extremeBars

/** Slides the highest high and the lowest low of `period` bars, if that is quick; see `slideExtreme`. */
export function slideRange(
  high: Float64Array,
  low: Float64Array,
  period: number,
  start: number,
  end: number,
): boolean {
  return (
    isQuickRange(period, start, end) &&
    slideExtreme(high, 1, period, start, end, highest, 0) &&
    slideExtreme(low, -1, period, start, end, lowest, 0)
  )
}

/** Whether windows of `period` bars are slid quickly over the bars from `start` to `end - 1`. */
export function isQuickRange(period: number, start: number, end: number): boolean {
  return period >= shortestRange && period <= longestQuick && end - start > period
}

const length = rangeBars + longestQuick + 1
const given = /* @__PURE__ */ new Float64Array(length)
const wide = /* @__PURE__ */ new Float64Array(length)
const slid = /* @__PURE__ */ new Float64Array(length)

/** Extremes of four values. Says whether all are near the first: none more than twice another. */
const slideFour = /* @__PURE__ */ closeOver(
  [given, wide],
  (given, wide) =>
    (sign: number, count: number): boolean => {
      const first = given[0] as number
      const most = 0.3 * first
      // Every loop works on two bars at a time: the bar after an odd last one must not matter.
      given[count] = first
      let value = given[1] as number
      let alike = Math.abs(value - first) < most && Math.abs((given[2] as number) - first) < most
      let more = first - value
      let before = value + (more + sign * Math.abs(more)) * 0.5
      more = value - (given[2] as number)
      value = given[2] as number
      let pair = value + (more + sign * Math.abs(more)) * 0.5
      for (let index = 3; index < count; index += 2) {
        const next = given[index] as number
        more = value - next
        const nextPair = next + (more + sign * Math.abs(more)) * 0.5
        value = given[index + 1] as number
        more = next - value
        const lastPair = value + (more + sign * Math.abs(more)) * 0.5
        if (!(Math.abs(next - first) < most && Math.abs(value - first) < most)) alike = false
        more = before - nextPair
        wide[index] = nextPair + (more + sign * Math.abs(more)) * 0.5
        more = pair - lastPair
        wide[index + 1] = lastPair + (more + sign * Math.abs(more)) * 0.5
        before = nextPair
        pair = lastPair
      }
      return alike
    },
)

/** Extremes of `2 * span` values from those of `span`, newest first. */
const double = /* @__PURE__ */ closeOver(
  [wide],
  (wide) =>
    (sign: number, span: number, count: number): void => {
      let index = count - 1
      for (const least = 2 * span; index >= least; index -= 2) {
        const a = wide[index] as number
        const b = wide[index - 1] as number
        const moreA = (wide[index - span] as number) - a
        const moreB = (wide[index - 1 - span] as number) - b
        wide[index] = a + (moreA + sign * Math.abs(moreA)) * 0.5
        wide[index - 1] = b + (moreB + sign * Math.abs(moreB)) * 0.5
      }
      if (index < 2 * span - 1) return
      const a = wide[index] as number
      const more = (wide[index - span] as number) - a
      wide[index] = a + (more + sign * Math.abs(more)) * 0.5
    },
)

/** Extremes of two windows that begin `apart` from each other. */
const join = /* @__PURE__ */ closeOver(
  [wide, slid],
  (wide, slid) =>
    (sign: number, apart: number, lead: number, count: number): void => {
      for (let index = lead; index < count; index += 2) {
        const a = wide[index] as number
        const b = wide[index + 1] as number
        const moreA = (wide[index - apart] as number) - a
        const moreB = (wide[index + 1 - apart] as number) - b
        slid[index] = a + (moreA + sign * Math.abs(moreA)) * 0.5
        slid[index + 1] = b + (moreB + sign * Math.abs(moreB)) * 0.5
      }
    },
)

/** Whether in every window no value is more than twice its extreme, or half. Of its windows the first and last tell. */
const windowsAlike = /* @__PURE__ */ closeOver(
  [given, slid],
  (given, slid) =>
    (sign: number, lead: number, count: number): boolean => {
      let alike = 1
      for (let index = 0; index < count; index++) {
        const value = given[index] as number
        const ending = slid[later(index, lead)] as number
        const beginning = slid[earlier(index + lead, count - 1)] as number
        if (sign > 0) alike &= +(ending < 1.9 * value) & +(beginning < 1.9 * value)
        else alike &= +(value < 1.9 * ending) & +(value < 1.9 * beginning)
      }
      return alike === 1
    },
)

/** Extremes of two windows that end `apart` bars from each other, newest first. */
const chooseAll = /* @__PURE__ */ closeOver(
  [wide],
  (wide) =>
    (output: Float64Array, sign: number, apart: number, lead: number, count: number): void => {
      for (let index = count - 1; index >= lead; index--) {
        const more = (wide[index - apart] as number) - (wide[index] as number)
        output[index] = wide[index - (apart & -+(sign * more > 0))] as number
      }
    },
)

/** The same whatever the values are, at twice the time: extremes are chosen by masks. Says whether no value is NaN or 0. */
const slideExactly = /* @__PURE__ */ closeOver(
  [given, wide, slid, chooseAll],
  (given, wide, slid, chooseAll) =>
    (sign: number, period: number, count: number): boolean => {
      let sound = 1
      for (let index = 0; index < count; index++) {
        const value = given[index] as number
        sound &= +(value * value > 0)
        wide[index] = value
      }
      let span = 1
      for (; 2 * span <= period; span *= 2) chooseAll(wide, sign, span, 2 * span - 1, count)
      chooseAll(slid, sign, period - span, period - 1, count)
      return sound === 1
    },
)

/**
 * Slides the highest (`sign` 1) or lowest (-1) value of `period` bars over bars `start` (at least `period - 1`) to
 * `end - 1`, at most 512, into `output` from place `at` on. No branch depends on a value: markets are hard to predict.
 * Extremes of windows of 4 give those of 8, and so on; two that overlap give the window asked for.
 *
 * The greater of two is b + max(a - b, 0), which is exact where one is not more than twice the other; where that does not
 * hold they are slid anew, by choice. Says whether no value is missing or 0; where one is, `output` is of no use.
 */
export function slideExtreme(
  values: Float64Array,
  sign: 1 | -1,
  period: number,
  start: number,
  end: number,
  output: Float64Array,
  at: number,
): boolean {
  const lead = period - 1
  const count = end - start + lead
  given.set(values.subarray(start - lead, end))
  const allAlike = slideFour(sign, count)
  let span = 4
  for (; 2 * span <= period; span *= 2) double(sign, span, count)
  join(sign, period - span, lead, count)
  const sound = allAlike || windowsAlike(sign, lead, count) || slideExactly(sign, period, count)
  output.set(slid.subarray(lead, count), at)
  return sound
}

// The columns of the caller are read and written as they are, four bars a round, for V8 looks them up again in each: that is
// quicker than to copy them from and to constants.

/** Writes where each close is in its range, counted from its bottom or downwards `fromTop`, in percent; 0 where the range is 0. */
export const writePlaces = /* @__PURE__ */ closeOver(
  [highest, lowest],
  (highest, lowest) =>
    (close: Float64Array, fromTop: boolean, output: Float64Array, start: number, end: number): void => {
      const head = headOf(100)
      const tail = tailOf(100)
      let top: number
      let bottom: number
      let price: number
      let range: number
      let unit: number
      for (let bar = 0, row = start; row < end; bar++, row++) {
        top = highest[bar] as number
        bottom = lowest[bar] as number
        price = close[row] as number
        range = top - bottom
        unit = range > 1e-200 ? quotient(range, head, tail) : range / 100
        output[row] = unit === 0 ? 0 : fromTop ? -((top - price) / unit) : (price - bottom) / unit
        if (++row === end) break
        bar++
        top = highest[bar] as number
        bottom = lowest[bar] as number
        price = close[row] as number
        range = top - bottom
        unit = range > 1e-200 ? quotient(range, head, tail) : range / 100
        output[row] = unit === 0 ? 0 : fromTop ? -((top - price) / unit) : (price - bottom) / unit
        if (++row === end) break
        bar++
        top = highest[bar] as number
        bottom = lowest[bar] as number
        price = close[row] as number
        range = top - bottom
        unit = range > 1e-200 ? quotient(range, head, tail) : range / 100
        output[row] = unit === 0 ? 0 : fromTop ? -((top - price) / unit) : (price - bottom) / unit
        if (++row === end) break
        bar++
        top = highest[bar] as number
        bottom = lowest[bar] as number
        price = close[row] as number
        range = top - bottom
        unit = range > 1e-200 ? quotient(range, head, tail) : range / 100
        output[row] = unit === 0 ? 0 : fromTop ? -((top - price) / unit) : (price - bottom) / unit
      }
    },
)

/** Writes the middles of the ranges. */
export const writeMiddles = /* @__PURE__ */ closeOver(
  [highest, lowest],
  (highest, lowest) =>
    (output: Float64Array, start: number, end: number): void => {
      for (let bar = 0, row = start; row < end; bar++, row++) {
        output[row] = ((highest[bar] as number) + (lowest[bar] as number)) / 2
        if (++row === end) break
        bar++
        output[row] = ((highest[bar] as number) + (lowest[bar] as number)) / 2
        if (++row === end) break
        bar++
        output[row] = ((highest[bar] as number) + (lowest[bar] as number)) / 2
        if (++row === end) break
        bar++
        output[row] = ((highest[bar] as number) + (lowest[bar] as number)) / 2
      }
    },
)
