import { type AccountState, type Order, openOrdersOf, positionOf, remainingOf } from './account-state.ts'
import { applyEvent } from './apply-event.ts'
import { closingPart } from './apply-fill.ts'
import { freeCash } from './buying-power.ts'
import { commissionOf } from './commission.ts'
import { type Decimal, larger, smaller, toText, zero } from './decimal.ts'
import type { EventOf, FillFacts, PaperEvent } from './events.ts'
import { isWithin, type Offer, offerFor, reachedStop, takerPrice } from './offer.ts'
import type { Book } from './tick.ts'

/** What happened, and what is left of the book. */
export type Matched = { state: AccountState; book: Book; events: readonly PaperEvent[] }

/**
 * Shows an account's open orders what the market offers, the oldest first. The rules:
 *
 * - Nothing happens while the session is closed.
 * - A market order takes the offer. A limit order that meets an offer within its limit when it comes takes it, too.
 * - What is left of a limit order waits at its limit. It fills, at its limit and no better, once an offer comes to it; where no
 *   book is shown, once a later trade has gone *through* its limit: at its limit others may have been before it.
 * - A stop that is reached becomes a market or a limit order at that moment: over a gap it fills where the market is.
 * - An offer fills no more than the size that it shows.
 * - What the account cannot pay for any more is not filled.
 */
export function matchOrders(before: AccountState, bookBefore: Book, now: number): Matched {
  const events: PaperEvent[] = []
  let state = before
  let book = bookBefore
  if (!book.tick.isOpen) return { state, book, events }
  const note = (event: PaperEvent) => {
    state = applyEvent(state, event)
    events.push(event)
  }
  for (const { terms } of openOrdersOf(before, book.tick.instrument)) {
    const order = () => state.openOrders.get(terms.id)
    const waiting = order()
    if (!waiting) continue
    if (isWaitingForStop(waiting)) {
      const price = reachedStop(waiting, book.tick)
      if (!price) continue
      note({ type: 'triggered', at: now, order: terms.id, price: toText(price) })
    }
    const live = order()
    const trade = live && tradeFor(state, live, book, now)
    if (live && trade) {
      const outcome = settle(state, live, trade, book, now)
      note(outcome)
      if (outcome.type === 'filled') book = take(book, terms.side, trade)
    }
    const left = order()
    if (left && terms.timeInForce === 'ioc') {
      note({ type: 'ended', at: now, order: terms.id, state: 'cancelled', reason: 'not-filled-at-once' })
    } else if (left?.limitPrice && !left.isResting) {
      note({ type: 'rested', at: now, order: terms.id })
    }
  }
  return { state, book, events }
}

export function isWaitingForStop(order: Order): boolean {
  return order.stopPrice !== null && !order.isTriggered
}

type Trade = { price: Decimal; quantity: Decimal; basis: FillFacts['basis'] }

function tradeFor(state: AccountState, order: Order, book: Book, now: number): Trade | undefined {
  const { side, marketTime } = order.terms
  const { limitPrice } = order
  const offer = offerFor(side, book, now)
  if (!offer) return undefined
  const quantity = available(state, order, offer)
  if (quantity.eq(0)) return undefined
  const { basis } = offer
  if (limitPrice && !isWithin(side, offer.price, limitPrice)) return undefined
  if (!limitPrice || !order.isResting) {
    const { slippageBps } = state.settings
    return { price: takerPrice(offer.price, { side, limitPrice, slippageBps }), quantity, basis }
  }
  if (basis === 'last') {
    const { time } = book.tick
    const isLater = time !== null && (marketTime === null || time > marketTime)
    if (!isLater || offer.price.eq(limitPrice)) return undefined
  }
  return { price: limitPrice, quantity, basis }
}

function available({ settings }: AccountState, order: Order, { size }: Offer): Decimal {
  const remaining = remainingOf(order)
  return size === null || settings.liquidity === 'unlimited' ? remaining : smaller(remaining, size)
}

/** The fill, or the end of an order that the account cannot stand for any more. */
function settle(
  state: AccountState,
  order: Order,
  trade: Trade,
  { tick }: Book,
  at: number,
): EventOf<'filled'> | EventOf<'ended'> {
  const { id, side, instrument } = order.terms
  const { price, quantity, basis } = trade
  const signed = side === 'buy' ? quantity : quantity.neg()
  const held = positionOf(state, instrument)
  const opening = signed.minus(closingPart(held, signed))
  const end = (reason: EventOf<'ended'>['reason']): EventOf<'ended'> => ({
    type: 'ended',
    at,
    order: id,
    state: order.filled.eq(0) ? 'rejected' : 'cancelled',
    reason,
  })
  if (opening.lt(0) && !state.settings.allowShort) return end('nothing-held')
  const value = order.filledValue.plus(quantity.times(price))
  const commission = commissionOf(state.settings.commission, order.filled.plus(quantity), value)
  const fill: FillFacts = {
    price: toText(price),
    quantity: toText(quantity),
    fee: toText(larger(zero, commission.minus(order.fees))),
    basis,
    simulated: tick.simulated,
    delayedMs: tick.delayedMs,
  }
  const filled: EventOf<'filled'> = { type: 'filled', at, order: id, fill }
  const isOpening = !opening.eq(0)
  return isOpening && freeCash(applyEvent(state, filled)).lt(0) ? end('buying-power') : filled
}

function take(book: Book, side: 'buy' | 'sell', { quantity }: Trade): Book {
  return side === 'buy'
    ? { ...book, bought: book.bought.plus(quantity) }
    : { ...book, sold: book.sold.plus(quantity) }
}
