import type { PaperAccount } from '../store/paper/paper-store.ts'
import type { AccountState, Order } from './engine/account-state.ts'
import { buyingPowerOf, equityOf, freeCash, type Prices, reservedBy } from './engine/buying-power.ts'
import { type Decimal, toText } from './engine/decimal.ts'
import { performanceOf } from './engine/performance.ts'

/** Nobody reads more digits of a quotient. */
const shownDecimals = 8

const short = (value: Decimal) => toText(value.round(shownDecimals))

export function viewAccount(account: PaperAccount, state: AccountState, known: Prices) {
  const prices = withMarks(state, known)
  const equity = equityOf(state, prices)
  return {
    id: account.id,
    name: account.name,
    createdAt: account.createdAt,
    resetAt: state.openedAt === account.createdAt ? null : state.openedAt,
    sequence: state.sequence,
    settings: state.settings,
    simulated: state.isSimulated,
    cash: toText(state.cash),
    equity: short(equity),
    buyingPower: toText(buyingPowerOf(state)),
    reserved: toText(reservedBy(state)),
    marginCall: freeCash(state, prices).lt(0),
    positions: viewPositions(state, prices),
    openOrders: state.openOrders.size,
  }
}

export function viewPositions(state: AccountState, known: Prices) {
  const prices = withMarks(state, known)
  return [...state.positions.values()].map(({ instrument, quantity, cost, realised, openedAt }) => {
    const price = prices.get(instrument)
    const value = price?.times(quantity)
    return {
      instrument,
      quantity: toText(quantity),
      averagePrice: short(cost.div(quantity)),
      cost: toText(cost),
      price: price ? short(price) : null,
      value: value ? short(value) : null,
      unrealised: value ? short(value.minus(cost)) : null,
      realised: toText(realised),
      openedAt,
    }
  })
}

export function viewOrder(order: Order) {
  const { id, clientOrderId, instrument, side, type, timeInForce, expiresAt } = order.terms
  const text = (value: Decimal | null) => value && toText(value)
  return {
    id,
    clientOrderId,
    instrument,
    side,
    type,
    timeInForce,
    quantity: toText(order.quantity),
    limitPrice: text(order.limitPrice),
    stopPrice: text(order.stopPrice),
    state: order.state,
    reason: order.reason,
    isTriggered: order.isTriggered,
    filled: toText(order.filled),
    averagePrice: order.filled.eq(0) ? null : short(order.filledValue.div(order.filled)),
    fees: toText(order.fees),
    acceptedAt: order.acceptedAt,
    changedAt: order.changedAt,
    expiresAt,
  }
}

export function viewPerformance(state: AccountState, known: Prices) {
  const of = performanceOf(state, withMarks(state, known))
  const ratio = (value: Decimal | null) => value && short(value)
  return {
    currency: state.settings.currency,
    startingCash: state.settings.cash,
    equity: short(of.equity),
    totalReturn: short(of.totalReturn),
    realised: short(of.realised),
    unrealised: short(of.unrealised),
    fees: toText(of.fees),
    maxDrawdown: short(of.maxDrawdown),
    trips: of.trips,
    winRate: ratio(of.winRate),
    profitFactor: ratio(of.profitFactor),
    exposure: ratio(of.exposure),
    curve: state.equityCurve.map(({ at, equity }) => [at, short(equity)] as const),
    simulated: state.isSimulated,
  }
}

/** Prices as they are known now; where an instrument has none, the last that the journal noted. */
function withMarks(state: AccountState, known: Prices): Prices {
  return new Map([...state.marks, ...known])
}
