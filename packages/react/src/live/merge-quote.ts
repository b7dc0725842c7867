import type { Quote } from '@starkmatter/core'

/** A live quote over a full one: what the feed leaves out keeps its last known value. */
export function mergeQuote(base: Quote | undefined, live: Quote | undefined): Quote | undefined {
  if (!base || !live) return live ?? base
  if (base.time !== null && live.time !== null && live.time < base.time) return base
  const previousClose = live.previousClose ?? base.previousClose
  const last = live.last ?? base.last
  const moved = last !== null && previousClose !== null ? last - previousClose : null
  return {
    ...live,
    name: live.name ?? base.name,
    last,
    time: live.time ?? base.time,
    bid: live.bid ?? base.bid,
    bidSize: live.bidSize ?? base.bidSize,
    ask: live.ask ?? base.ask,
    askSize: live.askSize ?? base.askSize,
    open: live.open ?? base.open,
    high: live.high ?? base.high,
    low: live.low ?? base.low,
    previousClose,
    // The day's change of the older answer belongs to its price, so it is worked out anew rather than carried over.
    change: live.change ?? moved,
    changePercent:
      live.changePercent ?? (moved !== null && previousClose ? (moved / previousClose) * 100 : null),
    volume: live.volume ?? base.volume,
    currency: live.currency ?? base.currency,
    marketState: live.marketState ?? base.marketState,
  }
}
