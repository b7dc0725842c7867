import { type AccountState, type Order, remainingOf } from './account-state.ts'
import { applyEvent } from './apply-event.ts'
import { decimal, toText } from './decimal.ts'
import type { EventOf, PaperEvent } from './events.ts'
import { isWaitingForStop } from './match-orders.ts'
import { OrderRefusedError } from './OrderRefusedError.ts'
import {
  assertBuyingPower,
  assertHeld,
  assertStopAhead,
  assertTerms,
  type MarketView,
  type OrderRequest,
  reservePriceOf,
} from './place-order.ts'

/** What may be changed of an open order; what is absent stays. */
export type OrderChange = {
  quantity?: string | undefined
  limitPrice?: string | undefined
  stopPrice?: string | undefined
}

/**
 * Changes an open order in its place. It comes to the market anew: what waited at its price before it is before it again.
 *
 * @throws {OrderRefusedError} it is not open, or the account cannot stand for the change
 */
export function replaceOrder(
  state: AccountState,
  id: string,
  change: OrderChange,
  market: MarketView,
): EventOf<'replaced'> {
  const order = openOrderOf(state, id)
  const { quantity = toText(order.quantity), limitPrice, stopPrice } = change
  const request: OrderRequest = {
    ...order.terms,
    quantity,
    limitPrice: limitPrice ?? (order.limitPrice && toText(order.limitPrice)),
    stopPrice: stopPrice ?? (order.stopPrice && toText(order.stopPrice)),
  }
  assertTerms(request)
  if (stopPrice !== undefined && !isWaitingForStop(order)) {
    throw new OrderRefusedError(
      'terms',
      `The stop of order ${id} was reached: it cannot be moved any more.`,
      {
        parameter: 'stopPrice',
      },
    )
  }
  if (stopPrice !== undefined) assertStopAhead(request, market.tick)
  if (decimal(quantity).lte(order.filled)) {
    throw new OrderRefusedError(
      'terms',
      `${toText(order.filled)} of order ${id} have filled already: its quantity can only be more than that. Cancel it to keep what it has.`,
      { parameter: 'quantity' },
    )
  }
  const left = toText(decimal(quantity).minus(order.filled))
  assertHeld(state, { ...request, quantity: left }, order)
  const replaced: EventOf<'replaced'> = {
    type: 'replaced',
    at: market.now,
    order: id,
    quantity,
    limitPrice: request.limitPrice,
    stopPrice: request.stopPrice,
    reservePrice: toText(reservePriceOf(state, request, market.tick)),
    marketTime: market.tick?.time ?? order.terms.marketTime,
  }
  assertBuyingPower(state, applyEvent(state, replaced))
  return replaced
}

/** @throws {OrderRefusedError} it is not open */
export function cancelOrder(state: AccountState, id: string, now: number): EventOf<'ended'> {
  openOrderOf(state, id)
  return { type: 'ended', at: now, order: id, state: 'cancelled', reason: 'asked' }
}

/** Ends the orders whose day is over. What was due before a quote is over when the quote comes. */
export function expireOrders(state: AccountState, now: number): readonly PaperEvent[] {
  return [...state.openOrders.values()]
    .filter(({ terms }) => terms.expiresAt !== null && terms.expiresAt <= now)
    .map(({ terms }) => ({
      type: 'ended',
      at: terms.expiresAt ?? now,
      order: terms.id,
      state: 'expired',
      reason: 'day-over',
    }))
}

/** When the next open order expires, ms UTC. */
export function nextExpiry(state: AccountState): number | undefined {
  const times = [...state.openOrders.values()].flatMap(({ terms }) => terms.expiresAt ?? [])
  return times.length === 0 ? undefined : Math.min(...times)
}

function openOrderOf(state: AccountState, id: string): Order {
  const order = state.openOrders.get(id)
  if (order && remainingOf(order).gt(0)) return order
  const closed = state.closedOrders.find(({ terms }) => terms.id === id)
  throw new OrderRefusedError(
    'not-open',
    closed
      ? `Order ${id} is ${closed.state}: nothing of it can be changed.`
      : `There is no open order ${JSON.stringify(id)}.`,
    { parameter: 'order' },
  )
}
