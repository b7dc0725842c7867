import type { Trade } from '../market/index.ts'

/** So many of the newest trades are remembered, and up to twice as many. */
const remembered = 2048

type Known = {
  name: string
  /** The latest time up to this trade, ms UTC. */
  upTo: number
}

/**
 * Remembers which trades were told. Trades come nearly in order, and one that is told again has a time of before: only those
 * since then are looked at, which for a new trade are none.
 */
export class ToldTrades {
  #known: Known[] = []

  /** Notes a trade; false where it was there before. */
  add(name: string, time: number): boolean {
    for (let index = this.#known.length - 1; index >= 0; index--) {
      const known = this.#known[index]
      if (!known || known.upTo < time) break
      if (known.name === name) return false
    }
    if (this.#known.length >= 2 * remembered) this.#known = this.#known.slice(-remembered)
    const upTo = Math.max(time, this.#known.at(-1)?.upTo ?? time)
    this.#known.push({ name, upTo })
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
