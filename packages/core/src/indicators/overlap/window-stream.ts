import { assertSnapshot, type StreamSnapshot } from '../framework/snapshot.ts'
import type { Stream1 } from '../framework/stream.ts'

/** Makes a result of the mean of a window's values and of their squares; the mean is NaN while the window fills. */
type Read<result> = (mean: number, meanSquare: number) => result

/**
 * What follows from the sums over a window, one value at a time: the arithmetic of `smaSeries` and of `bbandsKernel` on plain
 * fields, for speed.
 */
export class WindowStream<result> implements Stream1<result> {
  readonly #period: number
  readonly #span: number = Number.NaN
  readonly #read: Read<result>
  /** The last values, the newest at `#at`. */
  readonly #ring: Float64Array
  #at = -1
  #count = 0
  /** Sums of the values, and of their squares, that stay in the window, now and before the last bar. */
  #sum = Number.NaN
  #squares = Number.NaN
  #sumBefore = Number.NaN
  #squaresBefore = Number.NaN

  constructor(period: number, read: Read<result>) {
    this.#period = period
    this.#read = read
    this.#ring = new Float64Array(period)
    // Fields that start as NaN are kept as unboxed numbers; a 0 would be taken for a small integer.
    this.#span = period
    this.#sum = 0
    this.#squares = 0
  }

  push(value: number): result {
    if (this.#count < this.#period) this.#count++
    if (++this.#at === this.#period) this.#at = 0
    const sum = this.#sum
    const squares = this.#squares
    this.#sumBefore = sum
    this.#squaresBefore = squares
    return this.#step(value, sum, squares)
  }

  replaceLast(value: number): result {
    if (this.#count === 0) return this.push(value)
    return this.#step(value, this.#sumBefore, this.#squaresBefore)
  }

  peek(value?: number): result {
    if (value !== undefined)
      return this.#result(this.#sum + value, this.#squares + value * value, this.#count >= this.#period - 1)
    const last = this.#ring[this.#at] ?? 0
    const ready = this.#count === this.#period
    return this.#result(this.#sumBefore + last, this.#squaresBefore + last * last, ready)
  }

  snapshot(): StreamSnapshot {
    const snapshot = new Float64Array(7 + this.#period)
    snapshot.set(this.#ring)
    snapshot.set(
      [this.#at, this.#count, this.#sum, this.#squares, this.#sumBefore, this.#squaresBefore, this.#period],
      this.#period,
    )
    return snapshot
  }

  restore(snapshot: StreamSnapshot): void {
    assertSnapshot(snapshot, 7 + this.#period, this.#period)
    this.#ring.set(snapshot.subarray(0, this.#period))
    ;[
      this.#at = -1,
      this.#count = 0,
      this.#sum = 0,
      this.#squares = 0,
      this.#sumBefore = 0,
      this.#squaresBefore = 0,
    ] = snapshot.subarray(this.#period)
  }

  #step(value: number, sumBefore: number, squaresBefore: number): result {
    this.#ring[this.#at] = value
    const sum = sumBefore + value
    const squares = squaresBefore + value * value
    const ready = this.#count === this.#period
    // Places not yet written hold 0, so that nothing leaves before the window is full.
    const oldest = ready ? (this.#ring[this.#at + 1 === this.#period ? 0 : this.#at + 1] as number) : 0
    this.#sum = sum - oldest
    this.#squares = squares - oldest * oldest
    return this.#result(sum, squares, ready)
  }

  #result(sum: number, squares: number, ready: boolean): result {
    return this.#read(ready ? sum / this.#span : Number.NaN, squares / this.#span)
  }
}
