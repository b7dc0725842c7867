import type { BookLevel, OrderBook, Quote } from '../market/index.ts'

/** An older item by more than this is no straggler: the venue's clock was set, or the one before it was wrong. */
const stragglerMs = 60_000

const told = [
  'time',
  'last',
  'bid',
  'bidSize',
  'ask',
  'askSize',
  'volume',
  'open',
  'high',
  'low',
  'previousClose',
  'change',
  'changePercent',
  'marketState',
  'name',
] as const satisfies readonly (keyof Quote)[]

/** Whether a quote says anything new after another of its instrument: neither the same once more, nor one that was overtaken. */
export function isNewQuote(quote: Quote, before: Quote): boolean {
  if (quote.time !== null && before.time !== null) {
    const olderMs = before.time - quote.time
    if (olderMs > 0 && olderMs <= stragglerMs) return false
  }
  return (
    told.some((name) => quote[name] !== before[name]) ||
    quote.pre?.time !== before.pre?.time ||
    quote.pre?.price !== before.pre?.price ||
    quote.post?.time !== before.post?.time ||
    quote.post?.price !== before.post?.price ||
    quote.bands?.time !== before.bands?.time ||
    quote.bands?.lower !== before.bands?.lower ||
    quote.bands?.upper !== before.bands?.upper ||
    quote.auction?.time !== before.auction?.time
  )
}

/**
 * Whether an order book comes after another of its instrument, by the venue's numbers where it has them. One of the same
 * number may reach deeper than before.
 */
export function isNewBook(book: OrderBook, before: OrderBook): boolean {
  const { sequence = 0, time } = book
  const { sequence: known = 0 } = before
  // A number that is low on a book so much newer is that of a venue that began to count anew.
  if (sequence < known) return time > before.time + stragglerMs
  return (
    sequence > known ||
    time !== before.time ||
    !areSame(book.bids, before.bids) ||
    !areSame(book.asks, before.asks)
  )
}

function areSame(levels: readonly BookLevel[], others: readonly BookLevel[]): boolean {
  if (levels === others) return true
  if (levels.length !== others.length) return false
  return levels.every((level, index) => level[0] === others[index]?.[0] && level[1] === others[index]?.[1])
}
