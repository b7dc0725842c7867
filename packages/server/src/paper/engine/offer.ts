import type { Order } from './account-state.ts'
import { cut, type Decimal, decimal, larger, raise, smaller } from './decimal.ts'
import type { FillFacts, OrderTerms } from './events.ts'
import type { Book, Tick } from './tick.ts'

/** How long after its time a last price may be traded at where no book is shown. */
const lastIsOldMs = 15 * 60_000

/** What an order meets on the other side. */
export type Offer = {
  price: Decimal
  basis: FillFacts['basis']
  /** `null` where no size is shown: then it is enough for everybody. */
  size: Decimal | null
}

/** The best offer for a buyer, the best bid for a seller; where a quote has neither, its last price, while it is fresh. */
export function offerFor(
  side: OrderTerms['side'],
  { tick, bought, sold }: Book,
  now: number,
): Offer | undefined {
  const { bid, ask, bidSize, askSize, last } = tick
  const price = side === 'buy' ? ask : bid
  if (price) {
    const shown = side === 'buy' ? askSize : bidSize
    return {
      price,
      basis: 'book',
      size: shown && larger(decimal(0), shown.minus(side === 'buy' ? bought : sold)),
    }
  }
  // One side of a book is a book: nobody is on the other.
  if (bid || ask || !last || isOld(tick, now)) return undefined
  return { price: last, basis: 'last', size: null }
}

/** Whether a last price is too old to trade at. */
function isOld({ time, delayedMs }: Tick, now: number): boolean {
  return time === null || now - time > lastIsOldMs + (delayedMs ?? 0)
}

/** The price of one who takes an offer: worse than it by the account's slippage, and never beyond a limit. */
export function takerPrice(
  offer: Decimal,
  {
    side,
    limitPrice,
    slippageBps,
  }: Pick<OrderTerms, 'side'> & { limitPrice: Decimal | null; slippageBps: string },
): Decimal {
  const slip = offer.times(slippageBps).div(10_000)
  const slipped = side === 'buy' ? raise(offer.plus(slip)) : cut(offer.minus(slip))
  if (limitPrice === null) return slipped
  return side === 'buy' ? smaller(slipped, limitPrice) : larger(slipped, limitPrice)
}

/** Whether a price is at least as good as a limit. */
export function isWithin(side: OrderTerms['side'], price: Decimal, limit: Decimal): boolean {
  return side === 'buy' ? price.lte(limit) : price.gte(limit)
}

/** Whether a stop is reached: by a trade later than the order, or, where no trades are told, by the book. */
export function reachedStop(order: Order, { bid, ask, last, time }: Tick): Decimal | undefined {
  const { side, marketTime } = order.terms
  const { stopPrice } = order
  if (!stopPrice) return undefined
  const isNew = time !== null && (marketTime === null || time > marketTime)
  const price = last ? (isNew ? last : undefined) : ((side === 'buy' ? ask : bid) ?? undefined)
  if (!price) return undefined
  return (side === 'buy' ? price.gte(stopPrice) : price.lte(stopPrice)) ? price : undefined
}
