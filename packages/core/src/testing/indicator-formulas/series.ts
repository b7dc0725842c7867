import { indicatorData } from '../indicator-data.ts'
import { ago, mean, total, windows, zip } from './reference.ts'

// The series that formulas are written out on, and what several of them use.
const data = indicatorData('walk', 400, 21)
const list = (column: Float64Array) => Array.from(column)
export const open = list(data.open)
export const high = list(data.high)
export const low = list(data.low)
export const close = list(data.close)
export const volume = list(data.volume).map((value) => value + 1)
export const time = list(data.time)
export const columns: Record<string, number[]> = { open, high, low, close, volume, time }
export const median = zip([high, low], (h, l) => (h + l) / 2)
export const typical = zip([high, low, close], (h, l, c) => (h + l + c) / 3)
export const change = (values: number[], bars = 1) => zip([values, ago(values, bars)], (a, b) => a - b)
export const rate = (values: number[], bars: number) =>
  zip([values, ago(values, bars)], (a, b) => (a / b - 1) * 100)
export const simple = (values: number[]) => zip([values, ago(values)], (a, b) => a / b - 1)
export const minus = (a: number[], b: number[]) => zip([a, b], (x, y) => x - y)
export const spread = (w: number[], free = 0) =>
  Math.sqrt(total(w.map((x) => (x - mean(w)) ** 2)) / (w.length - free))
export const moment = (w: number[], power: number) => mean(w.map((x) => (x - mean(w)) ** power))
/** Follows a rule from bar to bar. */
export function scan<state>(
  rows: number[][],
  initial: state,
  step: (state: state, row: number[], i: number) => [state, number[]],
): number[][] {
  let state = initial
  return (rows[0] ?? []).map((_, i) => {
    const [next, out] = step(
      state,
      rows.map((row) => row[i] ?? Number.NaN),
      i,
    )
    state = next
    return out
  })
}
export const columnOf = (rows: number[][], place = 0) => rows.map((row) => row[place] ?? Number.NaN)
export const pair = (
  column: number[],
  other: number[],
  period: number,
  give: (x: number[], y: number[]) => number,
) => windows(column, period).map((w, i) => (w ? give(w, other.slice(i - period + 1, i + 1)) : Number.NaN))
export const covariance = (x: number[], y: number[]) =>
  total(x.map((value, i) => (value - mean(x)) * ((y[i] ?? 0) - mean(y))))
export const session = (give: (h: number, l: number, c: number, o: number, next: number) => number) =>
  zip([ago(high), ago(low), ago(close), ago(open), open], (h, l, c, o, next) => give(h, l, c, o, next))
