import { later } from './later.ts'

/** Windows up to this long are looked through: that is quicker than keeping what is known. */
const short = 64

/**
 * Finds where the lowest (`sign` -1) or highest (1) value of a sliding window is, in amortised constant time:
 * it keeps, for a block of bars, the extreme from each bar to the block's end, and one extreme of all bars after the block.
 * It caches only what is read from the columns, so that a step taken back needs no undoing here.
 */
export class WindowExtreme {
  readonly #sign: number
  readonly #latest: boolean
  /** For each bar of the block, the place of the extreme from there to the block's end. */
  readonly #places: Int32Array
  #first = 0
  #last = -1
  /** Place of the extreme after the block, up to `#seen`; -1 when there is none. */
  #after = -1
  #seen = -1

  /** @param latest - whether the latest of several equal extremes is found, else the earliest */
  constructor(period: number, sign: 1 | -1, latest = false) {
    this.#places = new Int32Array(period > short ? period : 0)
    this.#sign = sign
    this.#latest = latest
  }

  /** Place of the extreme of `input[from]` to `input[to]`. A NaN at `from` is the extreme; other NaNs are passed over. */
  find(input: Float64Array, from: number, to: number): number {
    if (to - from < short) {
      let place = from
      let extreme = input[from] as number
      const latest = this.#latest
      const sign = this.#sign
      for (let index = from + 1; index <= to; index++) {
        const value = input[index] as number
        if (sign * value > sign * extreme || (latest && value === extreme)) {
          extreme = value
          place = index
        }
      }
      return place
    }
    // The two newest bars may still be replaced (the forming bar, and a peek beyond it): they are never cached.
    const settled = to - 2
    let place = from
    if (settled >= from) {
      if (from < this.#first || from > this.#last) this.#rebuild(input, from, settled)
      for (let index = this.#seen + 1; index <= settled; index++)
        if (this.#after < 0 || this.#wins(input, index, this.#after)) this.#after = index
      if (settled > this.#seen) this.#seen = settled
      if (!Number.isNaN(input[from])) {
        place = this.#places[from - this.#first] as number
        if (this.#after >= 0 && this.#wins(input, this.#after, place)) place = this.#after
      }
    }
    for (let index = later(from + 1, to - 1); index <= to; index++)
      if (!Number.isNaN(input[from]) && this.#wins(input, index, place)) place = index
    return place
  }

  /** Drops what is known about positions. */
  forget(): void {
    this.#first = 0
    this.#last = -1
  }

  #rebuild(input: Float64Array, from: number, to: number): void {
    this.#first = from
    this.#last = to
    this.#seen = to
    this.#after = -1
    let place = to
    for (let index = to; index >= from; index--) {
      if (index !== place && !this.#wins(input, place, index)) place = index
      this.#places[index - from] = place
    }
  }

  /** Whether the value at `later` replaces the extreme at `earlier`. */
  #wins(input: Float64Array, later: number, earlier: number): boolean {
    const value = (input[later] as number) * this.#sign
    const extreme = (input[earlier] as number) * this.#sign
    if (Number.isNaN(extreme)) return !Number.isNaN(value)
    return this.#latest ? value >= extreme : value > extreme
  }
}
