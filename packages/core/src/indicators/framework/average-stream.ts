import { assertSnapshot, type StreamSnapshot } from './snapshot.ts'

/** What a bar adds to an average; `previous` is the last value of the bar before, NaN for the first bar. */
type Measure = (a: number, b: number, last: number, previous: number) => number

/** The next average, after one over `bars - 1` bars. It is a sum while there are fewer than the period. */
type Next = (average: number, added: number, bars: number) => number

/** Wilder's average: a bar has the weight `1 / period`. */
export function wilder(period: number): Next {
  const span = +period
  const rest = span - 1
  return (average, added, bars) => {
    // While the seed is summed nothing is kept back or divided.
    const kept = bars > period ? rest : 1
    return ((kept === 0 ? 0 : average * kept) + added) / (bars < period ? 1 : span)
  }
}

/**
 * What follows from one or two averages that go on for good, one bar at a time: the arithmetic of EMA, ATR and RSI on plain
 * fields, for speed. A bar is up to three numbers, of which the last one given is kept for the next bar.
 */
export class AverageStream {
  readonly #next: Next
  /** 1 when the first bar counts. */
  readonly #early: number
  /** How many bars it takes to the first result. */
  readonly #shown: number
  readonly #toFirst: Measure
  readonly #toSecond: Measure
  readonly #read: (first: number, second: number) => number
  #count = 0
  #last = Number.NaN
  #first = Number.NaN
  #second = Number.NaN
  #lastBefore = Number.NaN
  #firstBefore = Number.NaN
  #secondBefore = Number.NaN

  /**
   * @param period - Values that the first average is the mean of.
   * @param hidden - Leading results to leave out.
   * @param early - 1 when the first bar counts, else 0.
   * @param toFirst - What a bar adds to the first average.
   * @param toSecond - What it adds to the second.
   * @param next - How both go on.
   * @param read - Makes the result of them.
   */
  constructor(
    period: number,
    hidden: number,
    early: number,
    toFirst: Measure,
    toSecond: Measure,
    next: Next,
    read: (first: number, second: number) => number,
  ) {
    this.#early = early
    this.#shown = period + 1 - early + hidden
    this.#toFirst = toFirst
    this.#toSecond = toSecond
    this.#next = next
    this.#read = read
    // Fields that start as NaN are kept as unboxed numbers; a 0 would be taken for a small integer.
    this.#first = 0
    this.#second = 0
  }

  push(a: number, b = 0, last = a): number {
    if (this.#count <= this.#shown) this.#count++
    // Handed on, not read again: what was just written takes its time to come back.
    const previous = this.#last
    const first = this.#first
    const second = this.#second
    this.#lastBefore = previous
    this.#firstBefore = first
    this.#secondBefore = second
    return this.#step(a, b, last, previous, first, second)
  }

  replaceLast(a: number, b = 0, last = a): number {
    return this.#count === 0
      ? this.push(a, b, last)
      : this.#step(a, b, last, this.#lastBefore, this.#firstBefore, this.#secondBefore)
  }

  peek(a?: number, b?: number, last?: number): number {
    if (a === undefined) return this.#result(this.#first, this.#second)
    const saved = this.snapshot()
    const result = this.push(a, b, last)
    this.restore(saved)
    return result
  }

  snapshot(): StreamSnapshot {
    return Float64Array.of(
      this.#count,
      this.#last,
      this.#first,
      this.#second,
      this.#lastBefore,
      this.#firstBefore,
      this.#secondBefore,
      this.#shown,
    )
  }

  restore(snapshot: StreamSnapshot): void {
    assertSnapshot(snapshot, 8, this.#shown)
    ;[
      this.#count = 0,
      this.#last = 0,
      this.#first = 0,
      this.#second = 0,
      this.#lastBefore = 0,
      this.#firstBefore = 0,
      this.#secondBefore = 0,
    ] = snapshot
  }

  #step(
    a: number,
    b: number,
    last: number,
    previous: number,
    firstBefore: number,
    secondBefore: number,
  ): number {
    this.#last = last
    const bars = this.#count - 1 + this.#early
    if (bars === 0) return Number.NaN
    const first = this.#next(firstBefore, this.#toFirst(a, b, last, previous), bars)
    const second = this.#next(secondBefore, this.#toSecond(a, b, last, previous), bars)
    this.#first = first
    this.#second = second
    return this.#result(first, second)
  }

  #result(first: number, second: number): number {
    return this.#count < this.#shown ? Number.NaN : this.#read(first, second)
  }
}
