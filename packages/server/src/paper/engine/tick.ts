import type { Quote } from '@starkmatter/core'
import { type Decimal, decimal, zero } from './decimal.ts'

/** What the market shows of one instrument at a moment. */
export type Tick = {
  instrument: string
  bid: Decimal | null
  ask: Decimal | null
  /** `null` where it is not shown. */
  bidSize: Decimal | null
  askSize: Decimal | null
  last: Decimal | null
  /** Of the last price, ms UTC. */
  time: number | null
  currency: string | null
  /** The session is open. */
  isOpen: boolean
  simulated: boolean
  delayedMs: number | null
}

/**
 * The parts of a quote that orders are filled by; prices in the currency itself. What cannot be a price counts as none.
 *
 * @param asked - Canonical id that was asked for: a provider may answer with a venue that was not.
 */
export function toTick(asked: string, quote: Quote, isOpen: boolean): Tick {
  const { instrument, priceScale, bid, ask, simulated, source } = quote
  const price = (value: number | null) =>
    value !== null && Number.isFinite(value) && value > 0 ? decimal(value).times(priceScale) : null
  const size = (value: number | null) =>
    value !== null && Number.isFinite(value) && value > 0 ? decimal(value) : null
  // A bid above the offer is a moment between two updates, and nobody trades at it.
  const isCrossed = bid !== null && ask !== null && bid > ask
  return {
    instrument: asked,
    bid: isCrossed ? null : price(bid),
    ask: isCrossed ? null : price(ask),
    bidSize: size(quote.bidSize),
    askSize: size(quote.askSize),
    last: price(quote.last),
    time: quote.time,
    currency: quote.currency ?? ('quote' in instrument ? instrument.quote : null),
    isOpen,
    simulated,
    delayedMs: source.delayedMs,
  }
}

/** A tick, and how much of the sizes that it shows this account has taken. */
export type Book = { tick: Tick; bought: Decimal; sold: Decimal }

export function bookOf(tick: Tick): Book {
  return { tick, bought: zero, sold: zero }
}

/** The next tick of a book. One that shows the same again offers nothing anew. */
export function nextBook(book: Book | undefined, tick: Tick): Book {
  return book && isSameOffer(book.tick, tick) ? { ...book, tick } : bookOf(tick)
}

function isSameOffer(a: Tick, b: Tick): boolean {
  const same = (one: Decimal | null, other: Decimal | null) =>
    one === null || other === null ? one === other : one.eq(other)
  return (
    a.time === b.time &&
    same(a.bid, b.bid) &&
    same(a.ask, b.ask) &&
    same(a.bidSize, b.bidSize) &&
    same(a.askSize, b.askSize) &&
    same(a.last, b.last)
  )
}

/** What one unit is worth now: the middle of the book, or the last price. */
export function worthOf({ bid, ask, last }: Tick): Decimal | null {
  return bid && ask ? bid.plus(ask).div(2) : (last ?? bid ?? ask)
}
