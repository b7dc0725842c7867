import type { HighLowCloseStream, StreamSnapshot } from '../framework/stream.ts'
import { trueRange } from './true-range.ts'

/** An average true range, one bar at a time: the arithmetic of `atrKernel` on plain fields, for speed. */
export class AtrStream implements HighLowCloseStream {
  readonly #period: number
  readonly #span: number = Number.NaN
  readonly #kept: number = Number.NaN
  /** 1 when the range of the first bar counts. */
  readonly #early: number
  /** How many bars it takes to the first result. */
  readonly #shown: number
  #count = 0
  #average = Number.NaN
  #close = Number.NaN
  #averageBefore = Number.NaN
  #closeBefore = Number.NaN

  /** @param hidden - leading results to leave out */
  constructor(period: number, early: boolean, hidden: number) {
    this.#period = period
    this.#early = early ? 1 : 0
    this.#shown = period + 1 - this.#early + hidden
    // Fields that start as NaN are kept as unboxed numbers; a 0 would be taken for a small integer.
    this.#span = period
    this.#kept = period - 1
    this.#average = 0
  }

  push(high: number, low: number, close: number): number {
    if (this.#count <= this.#shown) this.#count++
    const average = this.#average
    const previous = this.#close
    this.#averageBefore = average
    this.#closeBefore = previous
    return this.#step(high, low, close, average, previous)
  }

  replaceLast(high: number, low: number, close: number): number {
    if (this.#count === 0) return this.push(high, low, close)
    return this.#step(high, low, close, this.#averageBefore, this.#closeBefore)
  }

  peek(high?: number, low = 0, close = 0): number {
    if (high === undefined) return this.#count < this.#shown ? Number.NaN : this.#average
    const saved = this.snapshot()
    const result = this.push(high, low, close)
    this.restore(saved)
    return result
  }

  snapshot(): StreamSnapshot {
    return Float64Array.of(this.#count, this.#average, this.#close, this.#averageBefore, this.#closeBefore)
  }

  restore(snapshot: StreamSnapshot): void {
    ;[this.#count = 0, this.#average = 0, this.#close = 0, this.#averageBefore = 0, this.#closeBefore = 0] =
      snapshot
  }

  #step(high: number, low: number, close: number, before: number, previous: number): number {
    this.#close = close
    // How many ranges there are, this one included.
    const ranges = this.#count - 1 + this.#early
    if (ranges === 0) return Number.NaN
    const range = this.#count === 1 ? high - low : trueRange(high, low, previous)
    // While the seed is summed nothing is kept back or divided.
    const kept = ranges > this.#period ? this.#kept : 1
    const span = ranges < this.#period ? 1 : this.#span
    const average = ((kept === 0 ? 0 : before * kept) + range) / span
    this.#average = average
    return this.#count < this.#shown ? Number.NaN : average
  }
}
