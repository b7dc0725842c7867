import type { Stream1, StreamSnapshot } from '../framework/stream.ts'

/** A simple moving average, one value at a time: the arithmetic of `smaSeries` on plain fields, for speed. */
export class SmaStream implements Stream1 {
  readonly #period: number
  readonly #span: number = Number.NaN
  /** The last values, the newest at `#at`. */
  readonly #ring: Float64Array
  #at = -1
  #count = 0
  /** Sum of the values that stay in the window, now and before the last bar. */
  #sum = Number.NaN
  #before = Number.NaN
  #last = Number.NaN

  constructor(period: number) {
    this.#period = period
    this.#ring = new Float64Array(period)
    // Fields that start as NaN are kept as unboxed numbers; a 0 would be taken for a small integer.
    this.#sum = 0
    this.#span = period
  }

  push(value: number): number {
    if (this.#count < this.#period) this.#count++
    if (++this.#at === this.#period) this.#at = 0
    const sum = this.#sum
    this.#before = sum
    return this.#step(value, sum)
  }

  replaceLast(value: number): number {
    return this.#count === 0 ? this.push(value) : this.#step(value, this.#before)
  }

  peek(value?: number): number {
    if (value === undefined) return this.#last
    return this.#count < this.#period - 1 ? Number.NaN : (this.#sum + value) / this.#period
  }

  snapshot(): StreamSnapshot {
    return Float64Array.of(this.#at, this.#count, this.#sum, this.#before, this.#last, ...this.#ring)
  }

  restore(snapshot: StreamSnapshot): void {
    ;[this.#at = -1, this.#count = 0, this.#sum = 0, this.#before = 0, this.#last = Number.NaN] = snapshot
    this.#ring.set(snapshot.subarray(5))
  }

  #step(value: number, before: number): number {
    this.#ring[this.#at] = value
    const total = before + value
    if (this.#count < this.#period) {
      this.#sum = total
      return Number.NaN
    }
    const oldest = this.#at + 1 === this.#period ? 0 : this.#at + 1
    this.#sum = total - (this.#ring[oldest] as number)
    const result = total / this.#span
    this.#last = result
    return result
  }
}
