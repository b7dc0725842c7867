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
/** What was before a session: its high, low, close and open; and the open of the session itself. */
type Session = { high: number; low: number; close: number; open: number; newOpen: number }

/**
 * Levels that hold through each session, made of the session before it. Sessions begin where the time, moved by `offsetMs`,
 * is a multiple of `sessionMs`. `count` values each.
 */
export function levels(
  { sessionMs = 86_400_000, offsetMs = 0 }: Readonly<Record<string, number>>,
  count: number,
  give: (before: Session) => number[],
): number[][] {
  const number = time.map((moment) => Math.floor((moment + offsetMs) / sessionMs))
  const bars = (wanted: number | undefined) => time.flatMap((_, i) => (number[i] === wanted ? [i] : []))
  const rows = time.map((_, i) => {
    const first = number.indexOf(number[i] ?? Number.NaN)
    const before = bars(number[first - 1])
    if (before.length === 0) return Array.from({ length: count }, () => Number.NaN)
    return give({
      high: Math.max(...before.map((bar) => high[bar] ?? Number.NaN)),
      low: Math.min(...before.map((bar) => low[bar] ?? Number.NaN)),
      close: close[before.at(-1) ?? -1] ?? Number.NaN,
      open: open[before[0] ?? -1] ?? Number.NaN,
      newOpen: open[first] ?? Number.NaN,
    })
  })
  return Array.from({ length: count }, (_, place) => columnOf(rows, place))
}
