import type { Bar } from './bar.ts'
import { DecimalSum } from './decimal-sum.ts'
import type { Trade } from './trade.ts'

type Counts = { price: boolean; volume: boolean }

const all: Counts = { price: true, volume: true }

/** Where a bar lies. All in ms UTC. */
export type Place = {
  open: number
  /** When it is over. */
  closesAt: number
  /** From `from` (inclusive) to `to` (exclusive) every instant belongs to it, without a pause of the market. */
  from: number
  to: number
  /** On daily and longer bars. */
  date: string | undefined
}

/** The trades of one bar, added up. */
export class TradeBucket {
  readonly open: number
  readonly closesAt: number
  from: number
  to: number
  isClosed = false
  /** The price to show while there is no trade. */
  readonly #carried: number | undefined
  readonly #date: string | undefined
  readonly #trades: Trade[] | undefined
  #first: Trade | undefined
  #last: Trade | undefined
  #high = Number.NEGATIVE_INFINITY
  #low = Number.POSITIVE_INFINITY
  #volume = new DecimalSum()
  #value = 0
  #priced = 0
  #count = 0

  constructor(
    { open, closesAt, from, to, date }: Place,
    { isCorrectable, carried }: { isCorrectable: boolean; carried: number | undefined },
  ) {
    this.open = open
    this.closesAt = closesAt
    this.from = from
    this.to = to
    this.#date = date
    this.#carried = carried
    this.#trades = isCorrectable ? [] : undefined
  }

  /** Another stretch of the bar: an earlier instant, or what follows a pause. */
  reaches({ from, to }: Place): void {
    this.from = to === this.to ? Math.min(from, this.from) : from
    this.to = to
  }

  add(trade: Trade, counts: Counts = all): void {
    this.#trades?.push(trade)
    const { price, size } = trade
    if (counts.price) {
      // A late trade may be the first by the venue's clock.
      if (!this.#first || isBefore(trade, this.#first)) this.#first = trade
      if (!this.#last || !isBefore(trade, this.#last)) this.#last = trade
      if (price > this.#high) this.#high = price
      if (price < this.#low) this.#low = price
    }
    if (!counts.volume) return
    this.#count++
    this.#volume.add(size)
    this.#value += price * size
    this.#priced += size
  }

  /** Takes a trade back; false where it is not among those kept. */
  remove(wrong: Trade, counts: ((trade: Trade) => Counts) | undefined): boolean {
    const index = this.#trades?.findIndex((trade) => isSame(trade, wrong)) ?? -1
    if (!this.#trades || index < 0) return false
    const rest = this.#trades.toSpliced(index, 1)
    this.#trades.length = 0
    this.#first = this.#last = undefined
    this.#high = Number.NEGATIVE_INFINITY
    this.#low = Number.POSITIVE_INFINITY
    this.#volume = new DecimalSum()
    this.#value = this.#priced = this.#count = 0
    for (const trade of rest) this.add(trade, counts?.(trade))
    return true
  }

  /** The price that it ends with so far. */
  get close(): number | undefined {
    return this.#last?.price ?? this.#carried
  }

  /** `undefined` while there is no price to show. */
  bar(): Bar | undefined {
    const { close } = this
    if (close === undefined) return undefined
    const isTraded = this.#last !== undefined
    const bar: Bar = {
      time: this.open,
      open: this.#first?.price ?? close,
      high: isTraded ? this.#high : close,
      low: isTraded ? this.#low : close,
      close,
      volume: this.#volume.total(),
      trades: this.#count,
      closed: this.isClosed,
    }
    if (this.#priced > 0) bar.vwap = this.#value / this.#priced
    if (this.#date !== undefined) bar.date = this.#date
    return bar
  }
}

/** By the venue's time, then by its count; equal ones stay in the order they came. */
function isBefore(a: Trade, b: Trade): boolean {
  if (a.time !== b.time) return a.time < b.time
  return a.sequence !== undefined && b.sequence !== undefined && a.sequence < b.sequence
}

function isSame(a: Trade, b: Trade): boolean {
  if (a.id !== undefined || b.id !== undefined) return a.id === b.id
  return a.time === b.time && a.price === b.price && a.size === b.size
}
