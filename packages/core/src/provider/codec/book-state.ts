import type { BookLevel } from '../../market/index.ts'

/** A level as the venue wrote it: price and size. */
export type TextLevel = readonly [price: string, size: string]

export type BookSide = 'bids' | 'asks'

type Level = { price: number; level: BookLevel; text: TextLevel }

/**
 * An order book that changes level by level. It keeps each price and size as it was written, for checksums, and hands out
 * its best levels as numbers.
 *
 * It knows how far it reaches: where a snapshot was cut at some depth, what lies behind is unknown, and levels there are
 * left out instead of shown as if nothing stood between them.
 *
 * @example
 * const book = new BookState()
 * book.reset({ bids: [['99.5', '2']], asks: [['100.0', '1']] })
 * book.set('asks', '100.0', '0')
 * book.levels('asks', 10) // []
 */
export class BookState {
  readonly #bids = new Side(-1)
  readonly #asks = new Side(1)

  /**
   * Starts from a snapshot, levels in any order.
   *
   * @param cutAt - Levels a side at which the venue may have cut it; absent: it is whole.
   */
  reset(book: { bids: readonly TextLevel[]; asks: readonly TextLevel[] }, cutAt?: number): void {
    this.#bids.reset(book.bids, cutAt)
    this.#asks.reset(book.asks, cutAt)
  }

  /** Sets the size at a price; a size of 0 takes the level away. */
  set(side: BookSide, price: string, size: string): void {
    this.#of(side).set(price, size)
  }

  /** Forgets levels beyond a depth, where the venue sends again what comes back into it. */
  truncate(depth: number): void {
    this.#bids.truncate(depth)
    this.#asks.truncate(depth)
  }

  /** Whether somebody would buy for more than another sells for: a book like that has missed something. */
  get isCrossed(): boolean {
    const [bid, ask] = [this.#bids.best, this.#asks.best]
    return bid !== undefined && ask !== undefined && bid >= ask
  }

  /** Whether so many levels of both sides are known, or all that there are. */
  reaches(depth: number): boolean {
    return this.#bids.reaches(depth) && this.#asks.reaches(depth)
  }

  /** The best levels of a side, best first. */
  levels(side: BookSide, depth: number): readonly BookLevel[] {
    return this.#of(side).levels(depth)
  }

  /** The best levels as they were written. */
  texts(side: BookSide, depth: number): TextLevel[] {
    return this.#of(side).texts(depth)
  }

  #of(side: BookSide): Side {
    return side === 'bids' ? this.#bids : this.#asks
  }
}

/** One side, best first. */
class Side {
  /** 1 where lower prices are better. */
  readonly #direction: 1 | -1
  #levels: Level[] = []
  /** The last price up to which everything is known. */
  #horizon = Number.POSITIVE_INFINITY
  /** What `levels` answered last, until something changes within it. */
  #view: readonly BookLevel[] | undefined
  #viewDepth = 0

  constructor(direction: 1 | -1) {
    this.#direction = direction
  }

  get best(): number | undefined {
    return this.#levels[0]?.price
  }

  reset(levels: readonly TextLevel[], cutAt = Number.POSITIVE_INFINITY): void {
    this.#levels = levels
      .map(([price, size]) => toLevel(price, size))
      .filter(({ level }) => level[1] !== 0)
      .sort((a, b) => (a.price - b.price) * this.#direction)
    const last = this.#levels.at(-1)
    this.#horizon = last && levels.length >= cutAt ? last.price * this.#direction : Number.POSITIVE_INFINITY
    this.#view = undefined
  }

  set(price: string, size: string): void {
    const entry = toLevel(price, size)
    const rank = entry.price * this.#direction
    if (rank > this.#horizon) return
    const index = this.#place(rank)
    if (index < this.#viewDepth) this.#view = undefined
    const isThere = this.#levels[index]?.price === entry.price
    if (entry.level[1] === 0) {
      if (isThere) this.#levels.splice(index, 1)
    } else if (isThere) this.#levels[index] = entry
    else this.#levels.splice(index, 0, entry)
  }

  truncate(depth: number): void {
    if (this.#levels.length <= depth) return
    this.#levels.length = depth
    if (depth < this.#viewDepth) this.#view = undefined
  }

  reaches(depth: number): boolean {
    return this.#horizon === Number.POSITIVE_INFINITY || this.#levels.length >= depth
  }

  levels(depth: number): readonly BookLevel[] {
    if (!this.#view || this.#viewDepth !== depth) {
      this.#view = this.#levels.slice(0, depth).map(({ level }) => level)
      this.#viewDepth = depth
    }
    return this.#view
  }

  texts(depth: number): TextLevel[] {
    return this.#levels.slice(0, depth).map(({ text }) => text)
  }

  /** Where a price stands or would stand. Changes come mostly near the best, but a search is as good everywhere. */
  #place(rank: number): number {
    let [low, high] = [0, this.#levels.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#levels[middle]?.price ?? 0) * this.#direction < rank) low = middle + 1
      else high = middle
    }
    return low
  }
}

function toLevel(price: string, size: string): Level {
  const value = Number(price)
  return { price: value, level: [value, Number(size)], text: [price, size] }
}
