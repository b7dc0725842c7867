import { type AccountState, type Order, openOrdersOf, positionOf, remainingOf } from './account-state.ts'
import { commissionOf } from './commission.ts'
import { type Decimal, decimal, larger, smaller, sum, zero } from './decimal.ts'

/** Prices by instrument. */
export type Prices = ReadonlyMap<string, Decimal>

/** Of a short position's worth, what must be there: what it was sold for, and half as much again (the initial margin of Regulation T). */
export const shortRequirement = decimal('1.5')

/** Cash and what everything held is worth. What has no price yet counts as it was bought. */
export function equityOf({ cash, positions, marks }: AccountState, prices: Prices = marks): Decimal {
  return cash.plus(
    sum(
      [...positions.values()].map(({ instrument, quantity, cost }) => {
        const price = prices.get(instrument)
        return price ? price.times(quantity) : cost
      }),
    ),
  )
}

/**
 * What may still be spent: cash, without what open orders hold back and what must be there for short positions. Below zero
 * only where shorts have risen: then nothing new may be opened.
 */
export function freeCash(state: AccountState, prices: Prices = state.marks): Decimal {
  const shorts = [...state.positions.values()].filter(({ quantity }) => quantity.lt(0))
  const required = sum(
    shorts.map(({ instrument, quantity, cost }) => {
      const price = prices.get(instrument)
      return (price ? price.times(quantity) : cost).abs().times(shortRequirement)
    }),
  )
  return state.cash.minus(required).minus(reservedBy(state))
}

/** {@link freeCash}, and never below zero. */
export function buyingPowerOf(state: AccountState, prices?: Prices): Decimal {
  return larger(zero, freeCash(state, prices))
}

/** What open orders hold back. */
export function reservedBy(state: AccountState): Decimal {
  const instruments = new Set([...state.openOrders.values()].map(({ terms }) => terms.instrument))
  return sum([...instruments].map((instrument) => reservedFor(state, instrument)))
}

function reservedFor(state: AccountState, instrument: string): Decimal {
  const held = positionOf(state, instrument)
  // What only gives back a position holds nothing: the oldest orders are taken to do that first.
  let toCover = larger(zero, held.neg())
  let toSell = larger(zero, held)
  let reserved = zero
  for (const order of openOrdersOf(state, instrument)) {
    const remaining = remainingOf(order)
    const isBuy = order.terms.side === 'buy'
    const closing = smaller(remaining, isBuy ? toCover : toSell)
    if (isBuy) toCover = toCover.minus(closing)
    else toSell = toSell.minus(closing)
    const opening = remaining.minus(closing)
    if (opening.eq(0)) continue
    const value = opening.times(order.reservePrice)
    // A short sale brings its own worth in: what it takes is the rest of the requirement.
    const part = isBuy ? value : value.times(shortRequirement.minus(1))
    reserved = reserved.plus(part).plus(feeToCome(state, order))
  }
  return reserved
}

function feeToCome({ settings }: AccountState, order: Order): Decimal {
  const value = order.filledValue.plus(remainingOf(order).times(order.reservePrice))
  return larger(zero, commissionOf(settings.commission, order.quantity, value).minus(order.fees))
}
