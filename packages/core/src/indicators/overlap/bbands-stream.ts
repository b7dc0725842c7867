import type { Stream1, StreamSnapshot } from '../framework/stream.ts'
import type { BandOutput } from './bands.ts'

type Bands = Record<BandOutput, number>

/** Bollinger bands around a simple average, one value at a time: the arithmetic of `bbandsKernel` on plain fields. */
export class BbandsStream implements Stream1<Bands> {
  readonly #period: number
  readonly #span: number = Number.NaN
  readonly #up: number = Number.NaN
  readonly #down: number = Number.NaN
  /** The last values, the newest at `#at`. */
  readonly #ring: Float64Array
  #at = -1
  #count = 0
  /** Sums of the values, and of their squares, that stay in the window, now and before the last bar. */
  #sum = Number.NaN
  #squares = Number.NaN
  #sumBefore = Number.NaN
  #squaresBefore = Number.NaN

  constructor(period: number, up: number, down: number) {
    this.#period = period
    this.#ring = new Float64Array(period)
    // Fields that start as NaN are kept as unboxed numbers; a 0 would be taken for a small integer.
    this.#span = period
    this.#up = up
    this.#down = down
    this.#sum = 0
    this.#squares = 0
  }

  push(value: number): Bands {
    if (this.#count < this.#period) this.#count++
    if (++this.#at === this.#period) this.#at = 0
    const sum = this.#sum
    const squares = this.#squares
    this.#sumBefore = sum
    this.#squaresBefore = squares
    return this.#step(value, sum, squares)
  }

  replaceLast(value: number): Bands {
    if (this.#count === 0) return this.push(value)
    return this.#step(value, this.#sumBefore, this.#squaresBefore)
  }

  peek(value?: number): Bands {
    if (value !== undefined)
      return this.#bands(this.#sum + value, this.#squares + value * value, this.#count >= this.#period - 1)
    const last = this.#ring[this.#at] ?? 0
    const ready = this.#count === this.#period
    return this.#bands(this.#sumBefore + last, this.#squaresBefore + last * last, ready)
  }

  snapshot(): StreamSnapshot {
    return Float64Array.of(
      this.#at,
      this.#count,
      this.#sum,
      this.#squares,
      this.#sumBefore,
      this.#squaresBefore,
      ...this.#ring,
    )
  }

  restore(snapshot: StreamSnapshot): void {
    ;[
      this.#at = -1,
      this.#count = 0,
      this.#sum = 0,
      this.#squares = 0,
      this.#sumBefore = 0,
      this.#squaresBefore = 0,
    ] = snapshot
    this.#ring.set(snapshot.subarray(6))
  }

  #step(value: number, sumBefore: number, squaresBefore: number): Bands {
    this.#ring[this.#at] = value
    const sum = sumBefore + value
    const squares = squaresBefore + value * value
    const ready = this.#count === this.#period
    // Places not yet written hold 0, so that nothing leaves before the window is full.
    const oldest = ready ? (this.#ring[this.#at + 1 === this.#period ? 0 : this.#at + 1] as number) : 0
    this.#sum = sum - oldest
    this.#squares = squares - oldest * oldest
    return this.#bands(sum, squares, ready)
  }

  #bands(sum: number, squares: number, ready: boolean): Bands {
    // One literal only: the compiler then need not make the object when it is taken apart at once.
    const middle = ready ? sum / this.#span : Number.NaN
    const variance = squares / this.#span - middle * middle
    const deviation = variance < 1e-14 ? 0 : Math.sqrt(variance)
    return { upper: middle + deviation * this.#up, middle, lower: middle - deviation * this.#down }
  }
}
