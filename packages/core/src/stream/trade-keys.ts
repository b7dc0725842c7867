import type { Trade } from '../market/index.ts'

/** So many of the newest trades are remembered, and up to twice as many. */
const remembered = 2048

/**
 * Remembers which trades were told. Trades come nearly in order, and one that is told again has a time of before: only those
 * since then are looked at, which for a new trade are none.
 */
export class ToldTrades {
  #names: string[] = []
  /** The latest time up to each trade, ms UTC. */
  #upTo: number[] = []

  /** Notes a trade; false where it was there before. */
  add(name: string, time: number): boolean {
    const upTo = this.#upTo
    let latest = time
    for (let index = upTo.length - 1; index >= 0; index--) {
      const before = upTo[index] ?? 0
      if (before > latest) latest = before
      if (before < time) break
      if (this.#names[index] === name) return false
    }
    if (upTo.length >= 2 * remembered) {
      this.#names = this.#names.slice(-remembered)
      this.#upTo = upTo.slice(-remembered)
    }
    this.#names.push(name)
    this.#upTo.push(latest)
    return true
  }
}

/** Names the trades of one source in their order: two that are alike in everything get different names. */
export class TradeNamer {
  #instant: number | undefined
  readonly #counts = new Map<string, number>()

  nameOf(trade: Trade): string {
    if (trade.id !== undefined) return trade.id
    const { time, price, size, takerSide = '', venue = '' } = trade
    if (time !== this.#instant) {
      this.#instant = time
      this.#counts.clear()
    }
    const name = `${time} ${price} ${size} ${takerSide} ${venue}`
    const count = (this.#counts.get(name) ?? 0) + 1
    this.#counts.set(name, count)
    return `${name} #${count}`
  }
}
