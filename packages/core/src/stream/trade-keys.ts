import type { Trade } from '../market/index.ts'

/** So many of the newest trades are remembered, and up to twice as many. */
const generationSize = 2048

/**
 * Remembers which trades were seen. A trade is known by its id; where it has none, by what it says, and equal ones of one
 * instant by their count.
 */
export class TradeKeys {
  #recent = new Set<string>()
  #older = new Set<string>()

  /** Notes a trade; false where it was there before. */
  add(key: string): boolean {
    if (this.has(key)) return false
    if (this.#recent.size >= generationSize) {
      this.#older = this.#recent
      this.#recent = new Set()
    }
    this.#recent.add(key)
    return true
  }

  has(key: string): boolean {
    return this.#recent.has(key) || this.#older.has(key)
  }
}

/** Names the trades of one source in their order: two that are alike in everything get different names. */
export class TradeNamer {
  #instant: number | undefined
  readonly #counts = new Map<string, number>()

  nameOf(trade: Trade): string {
    if (trade.id !== undefined) return trade.id
    const { time, timeNs, price, size, takerSide = '', venue = '' } = trade
    if (time !== this.#instant) {
      this.#instant = time
      this.#counts.clear()
    }
    const name = `${timeNs ?? time} ${price} ${size} ${takerSide} ${venue}`
    const count = (this.#counts.get(name) ?? 0) + 1
    this.#counts.set(name, count)
    return `${name} #${count}`
  }
}
