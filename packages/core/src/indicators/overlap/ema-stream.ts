import type { Stream1, StreamSnapshot } from '../framework/stream.ts'

/** An exponential moving average, one value at a time: the arithmetic of `emaSeries` on plain fields, for speed. */
export class EmaStream implements Stream1 {
  readonly #period: number
  readonly #weight: number
  /** How many bars it takes to the first result. */
  readonly #shown: number
  #count = 0
  #average = Number.NaN
  #before = Number.NaN

  /** @param hidden - leading results to leave out */
  constructor(period: number, weight: number, hidden: number) {
    this.#period = period
    this.#weight = weight
    this.#shown = period + hidden
    // Fields that start as NaN are kept as unboxed numbers; a 0 would be taken for a small integer.
    this.#average = 0
  }

  push(value: number): number {
    if (this.#count <= this.#shown) this.#count++
    const average = this.#average
    this.#before = average
    return this.#step(value, average)
  }

  replaceLast(value: number): number {
    return this.#count === 0 ? this.push(value) : this.#step(value, this.#before)
  }

  peek(value?: number): number {
    const count = this.#count + (value === undefined ? 0 : 1)
    if (count < this.#shown) return Number.NaN
    return value === undefined ? this.#average : this.#next(this.#average, value, count)
  }

  snapshot(): StreamSnapshot {
    return Float64Array.of(this.#count, this.#average, this.#before)
  }

  restore(snapshot: StreamSnapshot): void {
    ;[this.#count = 0, this.#average = 0, this.#before = 0] = snapshot
  }

  #step(value: number, before: number): number {
    const average = this.#next(before, value, this.#count)
    this.#average = average
    return this.#count < this.#shown ? Number.NaN : average
  }

  #next(average: number, value: number, count: number): number {
    if (count > this.#period) return (value - average) * this.#weight + average
    return count < this.#period ? average + value : (average + value) / this.#period
  }
}
