import type { StreamSnapshot } from './stream.ts'

/** What a bar adds to an average; `previous` is the last value of the bar before, NaN for the first bar. */
type Measure = (a: number, b: number, last: number, previous: number) => number

/**
 * What follows from one or two of Wilder's averages, one bar at a time: the arithmetic of ATR and RSI on plain fields, for
 * speed. A bar is up to three numbers, of which the last one given is kept for the next bar.
 */
export class WilderStream {
  readonly #period: number
  readonly #span: number = Number.NaN
  readonly #kept: number = Number.NaN
  /** 1 when the first bar counts. */
  readonly #early: number
  /** How many bars it takes to the first result. */
  readonly #shown: number
  readonly #more: Measure
  readonly #less: Measure
  readonly #read: (more: number, less: number) => number
  #count = 0
  #last = Number.NaN
  #up = Number.NaN
  #down = Number.NaN
  #lastBefore = Number.NaN
  #upBefore = Number.NaN
  #downBefore = Number.NaN

  /** @param hidden - leading results to leave out */
  constructor(
    period: number,
    hidden: number,
    early: number,
    more: Measure,
    less: Measure,
    read: (more: number, less: number) => number,
  ) {
    this.#period = period
    this.#early = early
    this.#shown = period + 1 - early + hidden
    this.#more = more
    this.#less = less
    this.#read = read
    // Fields that start as NaN are kept as unboxed numbers; a 0 would be taken for a small integer.
    this.#span = period
    this.#kept = period - 1
    this.#up = 0
    this.#down = 0
  }

  push(a: number, b = 0, last = a): number {
    if (this.#count <= this.#shown) this.#count++
    // Handed on, not read again: what was just written takes its time to come back.
    const previous = this.#last
    const up = this.#up
    const down = this.#down
    this.#lastBefore = previous
    this.#upBefore = up
    this.#downBefore = down
    return this.#step(a, b, last, previous, up, down)
  }

  replaceLast(a: number, b = 0, last = a): number {
    return this.#count === 0
      ? this.push(a, b, last)
      : this.#step(a, b, last, this.#lastBefore, this.#upBefore, this.#downBefore)
  }

  peek(a?: number, b?: number, last?: number): number {
    if (a === undefined) return this.#result(this.#up, this.#down)
    const saved = this.snapshot()
    const result = this.push(a, b, last)
    this.restore(saved)
    return result
  }

  snapshot(): StreamSnapshot {
    return Float64Array.of(
      this.#count,
      this.#last,
      this.#up,
      this.#down,
      this.#lastBefore,
      this.#upBefore,
      this.#downBefore,
    )
  }

  restore(snapshot: StreamSnapshot): void {
    ;[
      this.#count = 0,
      this.#last = 0,
      this.#up = 0,
      this.#down = 0,
      this.#lastBefore = 0,
      this.#upBefore = 0,
      this.#downBefore = 0,
    ] = snapshot
  }

  #step(a: number, b: number, last: number, previous: number, upBefore: number, downBefore: number): number {
    this.#last = last
    const bars = this.#count - 1 + this.#early
    if (bars === 0) return Number.NaN
    // While the seed is summed nothing is kept back or divided.
    const kept = bars > this.#period ? this.#kept : 1
    const span = bars < this.#period ? 1 : this.#span
    const up = ((kept === 0 ? 0 : upBefore * kept) + this.#more(a, b, last, previous)) / span
    const down = ((kept === 0 ? 0 : downBefore * kept) + this.#less(a, b, last, previous)) / span
    this.#up = up
    this.#down = down
    return this.#result(up, down)
  }

  #result(up: number, down: number): number {
    return this.#count < this.#shown ? Number.NaN : this.#read(up, down)
  }
}
