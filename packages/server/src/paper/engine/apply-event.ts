import {
  type AccountState,
  type Order,
  type OrderState,
  openedState,
  remainingOf,
  remembered,
} from './account-state.ts'
import { applyFill } from './apply-fill.ts'
import { equityOf } from './buying-power.ts'
import { cut, decimal, larger, toText } from './decimal.ts'
import type { EventOf, PaperEvent } from './events.ts'

/**
 * One step of an account's history. Nothing else changes an account: replaying a journal gives the state that it was
 * written from.
 *
 * @throws {Error} the event cannot follow what came before: the journal is broken
 */
export function applyEvent(before: AccountState | undefined, event: PaperEvent): AccountState {
  if (event.type === 'opened') {
    if (before) throw new Error('An account can be opened only once.')
    return openedState(event.settings, event.at)
  }
  if (!before) throw new Error('A journal begins with the opening of the account.')
  const state = { ...before, sequence: before.sequence + 1 }
  switch (event.type) {
    case 'reset': {
      const { sequence, orderCount } = state
      return { ...openedState(event.settings, event.at), sequence, orderCount }
    }
    case 'accepted':
      return accept(state, event)
    case 'rested':
      return withOrder(state, { ...openOrder(state, event.order), isResting: true, changedAt: event.at })
    case 'triggered':
      return withOrder(state, { ...openOrder(state, event.order), isTriggered: true, changedAt: event.at })
    case 'filled':
      return fill(state, event)
    case 'replaced':
      return withOrder(state, {
        ...replacedOrder(openOrder(state, event.order), event),
        changedAt: event.at,
      })
    case 'ended': {
      const order = openOrder(state, event.order)
      return close(state, { ...order, reason: event.reason, changedAt: event.at }, event.state)
    }
    case 'split':
      return split(state, event)
    case 'marked':
      return mark(
        state,
        new Map(Object.entries(event.prices).map(([id, price]) => [id, decimal(price)])),
        event.at,
      )
  }
}

/** A journal's state. */
export function replay(events: Iterable<PaperEvent>, from?: AccountState): AccountState | undefined {
  let state = from
  for (const event of events) state = applyEvent(state, event)
  return state
}

function accept(state: AccountState, { terms, at }: EventOf<'accepted'>): AccountState {
  if (state.openOrders.has(terms.id)) throw new Error(`Order ${terms.id} was accepted twice.`)
  const { quantity, limitPrice, stopPrice, reservePrice } = terms
  const order: Order = {
    terms,
    quantity: decimal(quantity),
    limitPrice: limitPrice === null ? null : decimal(limitPrice),
    stopPrice: stopPrice === null ? null : decimal(stopPrice),
    reservePrice: decimal(reservePrice),
    state: 'accepted',
    reason: null,
    filled: decimal(0),
    filledValue: decimal(0),
    fees: decimal(0),
    isTriggered: false,
    isResting: false,
    acceptedAt: at,
    changedAt: at,
  }
  const { clientOrderId } = terms
  const clientOrderIds =
    clientOrderId === null
      ? state.clientOrderIds
      : new Map(
          [...state.clientOrderIds, [clientOrderId, terms.id] as const].slice(-remembered.clientOrderIds),
        )
  return withOrder({ ...state, clientOrderIds, orderCount: state.orderCount + 1 }, order)
}

function fill(state: AccountState, { order: id, fill, at }: EventOf<'filled'>): AccountState {
  const order = openOrder(state, id)
  const quantity = decimal(fill.quantity)
  if (quantity.lte(0) || quantity.gt(remainingOf(order)))
    throw new Error(`Order ${id} cannot fill ${fill.quantity}.`)
  const { instrument, side } = order.terms
  const { realisedNow, ...ledger } = applyFill(state, order.terms, fill, at)
  const next: Order = {
    ...order,
    filled: order.filled.plus(quantity),
    filledValue: order.filledValue.plus(quantity.times(fill.price)),
    fees: order.fees.plus(fill.fee),
    state: 'partially-filled',
    changedAt: at,
  }
  const entry = {
    ...fill,
    sequence: state.sequence,
    at,
    order: id,
    instrument,
    side,
    realised: realisedNow && toText(realisedNow),
  }
  const filled = {
    ...state,
    ...ledger,
    fills: [...state.fills, entry].slice(-remembered.fills),
    isSimulated: state.isSimulated || fill.simulated,
  }
  const withIt = remainingOf(next).eq(0) ? close(filled, next, 'filled') : withOrder(filled, next)
  return mark(withIt, new Map([[instrument, decimal(fill.price)]]), at)
}

function replacedOrder(order: Order, event: EventOf<'replaced'>): Order {
  const { quantity, limitPrice, stopPrice, reservePrice, marketTime } = event
  return {
    ...order,
    terms: { ...order.terms, marketTime },
    quantity: decimal(quantity),
    limitPrice: limitPrice === null ? null : decimal(limitPrice),
    stopPrice: stopPrice === null ? null : decimal(stopPrice),
    reservePrice: decimal(reservePrice),
    // It arrives anew, behind everybody who waits at its price.
    isResting: false,
  }
}

/** New shares for old ones at the same cost. Fractions beyond the finest are lost, as those of a real split are paid out. */
function split(state: AccountState, event: EventOf<'split'>): AccountState {
  const { instrument, date } = event
  const ratio = (value: string) => decimal(value).times(event.numerator).div(event.denominator)
  const splits = new Set([...state.splits, `${instrument} ${date}`])
  const position = state.positions.get(instrument)
  if (!position) return { ...state, splits }
  const quantity = cut(ratio(toText(position.quantity)))
  const positions = new Map(state.positions)
  if (quantity.eq(0)) {
    // So few that nothing is left of them: what they cost is lost.
    positions.delete(instrument)
    const realised = state.realised.minus(position.cost)
    return mark({ ...state, splits, positions, realised }, new Map(), event.at)
  }
  positions.set(instrument, { ...position, quantity })
  const price = state.marks.get(instrument)
  const marks = new Map(state.marks)
  if (price) marks.set(instrument, price.times(event.denominator).div(event.numerator))
  // Digits that a division leaves out are worth something, if not much.
  return mark({ ...state, splits, positions, marks }, new Map(), event.at)
}

/** Notes prices of what is held, and with them what the account is worth. */
function mark(state: AccountState, prices: AccountState['marks'], at: number): AccountState {
  const known = new Map([...state.marks, ...prices])
  const marks = new Map([...known].filter(([instrument]) => state.positions.has(instrument)))
  const equity = equityOf({ ...state, marks })
  const peakEquity = larger(state.peakEquity, equity)
  const fall = peakEquity.gt(0) ? peakEquity.minus(equity).div(peakEquity) : decimal(0)
  const curve = [...state.equityCurve, { at, equity }]
  return {
    ...state,
    marks,
    peakEquity,
    maxDrawdown: larger(state.maxDrawdown, fall),
    // When it is full, every other point of it goes: it always reaches back to the beginning.
    equityCurve:
      curve.length <= remembered.equityPoints
        ? curve
        : curve.filter((_, index) => index % 2 === 0 || index === curve.length - 1),
  }
}

function openOrder(state: AccountState, id: string): Order {
  const order = state.openOrders.get(id)
  if (!order) throw new Error(`Order ${id} is not open.`)
  return order
}

function withOrder(state: AccountState, order: Order): AccountState {
  return { ...state, openOrders: new Map(state.openOrders).set(order.terms.id, order) }
}

function close(state: AccountState, order: Order, as: OrderState): AccountState {
  const openOrders = new Map(state.openOrders)
  openOrders.delete(order.terms.id)
  const closedOrders = [...state.closedOrders, { ...order, state: as }].slice(-remembered.orders)
  return { ...state, openOrders, closedOrders }
}
