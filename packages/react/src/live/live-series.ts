import { type Bar, BarSeries } from '@starkmatter/core'
import { type Columns, columnNames, makeColumns } from './columns.ts'

/**
 * History and live bars as one series without a seam.
 *
 * Each {@link LiveSeries.snapshot} shares memory with the ones before it, so that a tick costs no copy. Closed bars are never
 * changed in place; the slot of the forming bar is, and so shows its newest state in older snapshots too.
 */
export class LiveSeries {
  #history: BarSeries
  #columns: Columns
  #length: number
  #lastClosed: boolean
  #snapshot: BarSeries

  constructor(history: BarSeries) {
    this.#history = history
    this.#columns = copyColumns(history, history.length + 256)
    this.#length = history.length
    this.#lastClosed = !history.forming
    this.#snapshot = history
  }

  get lastTime(): number | undefined {
    return this.#length === 0 ? undefined : this.#columns.time[this.#length - 1]
  }

  /** The joined series; the same object until a bar changes it. */
  snapshot(): BarSeries {
    return this.#snapshot
  }

  /** Takes in one bar: the next one, a newer state of the last one, or a late correction of an older one. */
  apply(bar: Bar): void {
    const last = this.lastTime
    if (last === undefined || bar.time > last) this.#append(bar)
    else if (bar.time === last) this.#replaceLast(bar)
    else this.#correct(bar)
    this.#snapshot = this.#view()
  }

  /** Puts a longer or fresher history under the bars that came in live. */
  rebase(history: BarSeries): LiveSeries {
    const next = new LiveSeries(history)
    const from = history.time[history.length - 1] ?? Number.NEGATIVE_INFINITY
    for (const bar of this.#snapshot) if (bar.time >= from) next.apply(bar)
    return next
  }

  #append(bar: Bar): void {
    if (this.#length === this.#columns.time.length) {
      this.#columns = copyColumns(this.#view(), this.#length * 2 + 256)
    }
    this.#length++
    this.#write(this.#length - 1, bar)
    this.#lastClosed = bar.closed
  }

  #replaceLast(bar: Bar): void {
    // A late tick of a bar that has closed must not open it again.
    if (this.#lastClosed && !bar.closed) return
    this.#write(this.#length - 1, bar)
    this.#lastClosed = bar.closed
  }

  #correct(bar: Bar): void {
    const at = lowerBound(this.#columns.time, this.#length, bar.time)
    const isNew = this.#columns.time[at] !== bar.time
    // New memory: readers that compare by buffer see that closed bars have changed.
    const columns = copyColumns(this.#view(), this.#columns.time.length + (isNew ? 1 : 0))
    if (isNew) {
      for (const name of columnNames) columns[name].copyWithin(at + 1, at, this.#length)
      this.#length++
    }
    this.#columns = columns
    this.#write(at, bar)
  }

  #write(index: number, bar: Bar): void {
    for (const name of columnNames) this.#columns[name][index] = bar[name] ?? Number.NaN
  }

  #view(): BarSeries {
    const facts = { ...this.#history.facts(), forming: !this.#lastClosed }
    return new BarSeries(
      facts,
      makeColumns((name) => this.#columns[name].subarray(0, this.#length)),
    )
  }
}

function copyColumns(series: BarSeries, capacity: number): Columns {
  return makeColumns((name) => {
    const column = new Float64Array(capacity)
    column.set(series[name])
    return column
  })
}

/** Index of the first of `length` ascending values that is at least `wanted`. */
function lowerBound(values: Float64Array, length: number, wanted: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] ?? Number.POSITIVE_INFINITY) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
