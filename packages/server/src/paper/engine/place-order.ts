import type { AssetClass } from '@starkmatter/core'
import { type AccountState, type Order, openOrdersOf, positionOf, remainingOf } from './account-state.ts'
import { applyEvent } from './apply-event.ts'
import { buyingPowerOf, freeCash } from './buying-power.ts'
import { type Decimal, decimal, formatAmount, larger, sum, toText, zero } from './decimal.ts'
import type { EventOf, OrderTerms } from './events.ts'
import { OrderRefusedError } from './OrderRefusedError.ts'
import { takerPrice } from './offer.ts'
import type { Tick } from './tick.ts'

/** An order as it is asked for. */
export type OrderRequest = Pick<
  OrderTerms,
  'clientOrderId' | 'instrument' | 'side' | 'type' | 'timeInForce' | 'quantity' | 'limitPrice' | 'stopPrice'
>

/** What is known of the market when an order comes. */
export type MarketView = {
  now: number
  /** The newest, however old. */
  tick: Tick | undefined
  isOpen: boolean
  /** The end of this session, or of the next one, ms UTC. */
  dayEndsAt: number
  assetClass: AssetClass
}

/** Open orders that an account may have. */
export const mostOpenOrders = 100

/** The order that the caller's id was used for already, so that asking twice places it once. */
export function placedBefore(state: AccountState, request: OrderRequest): Order | undefined {
  const { clientOrderId } = request
  const id = clientOrderId === null ? undefined : state.clientOrderIds.get(clientOrderId)
  if (id === undefined) return undefined
  const order = state.openOrders.get(id) ?? state.closedOrders.find(({ terms }) => terms.id === id)
  if (order && isSameOrder(order.terms, request)) return order
  throw new OrderRefusedError(
    'id-in-use',
    `The client order id ${JSON.stringify(clientOrderId)} was used for another order, ${id}. Give each order an id of its own.`,
    { parameter: 'clientOrderId' },
  )
}

/**
 * Takes an order, and holds back what it may cost.
 *
 * @throws {OrderRefusedError} it makes no sense, or the account cannot stand for it
 */
export function placeOrder(
  state: AccountState,
  request: OrderRequest,
  market: MarketView,
): EventOf<'accepted'> {
  assertTerms(request)
  assertTradable(state, request, market)
  const { tick, dayEndsAt, now, isOpen } = market
  if (request.timeInForce === 'ioc' && !isOpen) {
    throw new OrderRefusedError(
      'market-closed',
      'The market is closed, and an order that fills at once or never cannot wait for it. Ask for "day" or "gtc".',
      { parameter: 'timeInForce' },
    )
  }
  if (state.openOrders.size >= mostOpenOrders) {
    throw new OrderRefusedError(
      'too-many-orders',
      `The account has ${mostOpenOrders} open orders, and may have no more. Cancel one first.`,
    )
  }
  const accepted: EventOf<'accepted'> = {
    type: 'accepted',
    at: now,
    terms: {
      ...request,
      id: String(state.orderCount + 1),
      expiresAt: request.timeInForce === 'day' ? dayEndsAt : null,
      reservePrice: toText(reservePriceOf(state, request, tick)),
      marketTime: tick?.time ?? null,
    },
  }
  assertHeld(state, request)
  assertBuyingPower(state, applyEvent(state, accepted))
  return accepted
}

/**
 * The price at which an order's cost is held back: its limit; a stop that lies beyond the market; or where the market is.
 *
 * @throws {OrderRefusedError} nobody knows a price
 */
export function reservePriceOf(
  state: AccountState,
  { side, type, limitPrice, stopPrice, instrument }: OrderRequest,
  tick: Tick | undefined,
): Decimal {
  if (limitPrice !== null) return decimal(limitPrice)
  const known = (side === 'buy' ? tick?.ask : tick?.bid) ?? tick?.last
  if (!known && type === 'market') {
    throw new OrderRefusedError(
      'no-price',
      `Nobody knows a price of ${instrument} now, so what a market order costs cannot be told. Try again later, or give a limit.`,
      { parameter: 'instrument' },
    )
  }
  const { slippageBps } = state.settings
  const slipped = known ? takerPrice(known, { side, limitPrice: null, slippageBps }) : zero
  return stopPrice === null ? slipped : larger(slipped, decimal(stopPrice))
}

/** @throws {OrderRefusedError} more would be sold than is held */
export function assertHeld(
  state: AccountState,
  { side, instrument, quantity }: Pick<OrderRequest, 'side' | 'instrument' | 'quantity'>,
  except?: Order,
): void {
  if (side === 'buy' || state.settings.allowShort) return
  const others = openOrdersOf(state, instrument).filter(
    (order) => order !== except && order.terms.side === 'sell',
  )
  const offered = sum(others.map(remainingOf))
  const free = positionOf(state, instrument).minus(offered)
  if (decimal(quantity).lte(free)) return
  const also = offered.gt(0) ? ` beside what open orders sell already (${toText(offered)})` : ''
  throw new OrderRefusedError(
    'nothing-held',
    `The account holds ${toText(positionOf(state, instrument))} of ${instrument}${also}, and the order sells ${quantity}. It does not sell short.`,
    { parameter: 'quantity', needed: quantity, available: toText(larger(zero, free)) },
  )
}

/** @throws {OrderRefusedError} the account cannot pay for it */
export function assertBuyingPower(before: AccountState, after: AccountState): void {
  const needed = freeCash(before).minus(freeCash(after))
  if (needed.lte(0) || freeCash(after).gte(0)) return
  const available = buyingPowerOf(before)
  const { currency } = before.settings
  throw new OrderRefusedError(
    'buying-power',
    `The buying power is ${formatAmount(available)} ${currency}, and the order needs ${formatAmount(needed)}.`,
    { parameter: 'quantity', needed: toText(needed), available: toText(available) },
  )
}

/** @throws {OrderRefusedError} the prices do not belong to the type, or a stop was passed already */
export function assertTerms({ type, limitPrice, stopPrice, timeInForce }: OrderRequest): void {
  const wants = { limitPrice: type.endsWith('limit'), stopPrice: type.startsWith('stop') }
  for (const [name, value] of [
    ['limitPrice', limitPrice],
    ['stopPrice', stopPrice],
  ] as const) {
    if (wants[name] === (value !== null)) continue
    throw new OrderRefusedError(
      'terms',
      wants[name] ? `A ${type} order needs a "${name}".` : `A ${type} order has no "${name}".`,
      { parameter: name },
    )
  }
  if (type.startsWith('stop') && timeInForce === 'ioc') {
    throw new OrderRefusedError('terms', `A ${type} order waits for its price: ask for "day" or "gtc".`, {
      parameter: 'timeInForce',
    })
  }
}

/** @throws {OrderRefusedError} a stop that would be triggered before it was there */
export function assertStopAhead(
  { side, stopPrice }: Pick<OrderRequest, 'side' | 'stopPrice'>,
  tick: Tick | undefined,
): void {
  const price = tick?.last ?? (side === 'buy' ? tick?.ask : tick?.bid)
  if (stopPrice === null || !price) return
  if (side === 'buy' ? price.lt(stopPrice) : price.gt(stopPrice)) return
  throw new OrderRefusedError(
    'stop-passed',
    `The price is ${toText(price)} now: a stop to ${side} must be ${side === 'buy' ? 'above' : 'below'} it, and is ${stopPrice}.`,
    { parameter: 'stopPrice' },
  )
}

function assertTradable(
  { settings }: AccountState,
  request: OrderRequest,
  { tick, assetClass }: MarketView,
): void {
  if (assetClass === 'index') {
    throw new OrderRefusedError(
      'not-tradable',
      `${request.instrument} is an index, and nobody trades it. Trade a fund on it.`,
      {
        parameter: 'instrument',
      },
    )
  }
  if (!tick) {
    throw new OrderRefusedError('no-price', `There is no quote of ${request.instrument} to trade against.`, {
      parameter: 'instrument',
    })
  }
  if (tick.currency !== settings.currency) {
    throw new OrderRefusedError(
      'currency',
      `${request.instrument} is priced in ${tick.currency ?? 'a currency that nobody tells'}, and the account is in ${settings.currency}. Open one in that currency.`,
      { parameter: 'instrument' },
    )
  }
  assertStopAhead(request, tick)
}

function isSameOrder(terms: OrderTerms, request: OrderRequest): boolean {
  const same = (a: string | null, b: string | null) => (a === null || b === null ? a === b : decimal(a).eq(b))
  return (
    terms.instrument === request.instrument &&
    terms.side === request.side &&
    terms.type === request.type &&
    terms.timeInForce === request.timeInForce &&
    same(terms.quantity, request.quantity) &&
    same(terms.limitPrice, request.limitPrice) &&
    same(terms.stopPrice, request.stopPrice)
  )
}
