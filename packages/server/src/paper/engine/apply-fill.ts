import type { AccountState, Position, Trips } from './account-state.ts'
import { type Decimal, decimal, zero } from './decimal.ts'
import type { FillFacts, OrderTerms } from './events.ts'

type Ledger = Pick<AccountState, 'cash' | 'realised' | 'fees' | 'positions' | 'trips'>

/**
 * Moves money and positions for a fill. What is closed leaves at its average cost; the rest of a division stays with what
 * is still held, so that cash + cost of positions - realised + fees is what the account began with, to the last digit.
 */
export function applyFill(
  ledger: Ledger,
  { instrument, side }: Pick<OrderTerms, 'instrument' | 'side'>,
  fill: FillFacts,
  at: number,
): Ledger & { realisedNow: Decimal | null } {
  const price = decimal(fill.price)
  const fee = decimal(fill.fee)
  const signed = side === 'buy' ? decimal(fill.quantity) : decimal(fill.quantity).neg()
  const before = ledger.positions.get(instrument) ?? emptyPosition(instrument, at)
  const closing = closingPart(before.quantity, signed)
  const opening = signed.minus(closing)

  const costClosed = closing.eq(0)
    ? zero
    : closing.plus(before.quantity).eq(0)
      ? before.cost
      : before.cost.times(closing.neg()).div(before.quantity)
  const realisedNow = closing.eq(0) ? null : closing.neg().times(price).minus(costClosed)
  const closed: Position = {
    ...before,
    quantity: before.quantity.plus(closing),
    cost: before.cost.minus(costClosed),
    realised: before.realised.plus(realisedNow ?? zero),
    tripResult: before.tripResult.plus(realisedNow ?? zero).minus(fee),
  }
  const isTripOver = !closing.eq(0) && closed.quantity.eq(0)
  const base = isTripOver ? emptyPosition(instrument, at) : closed
  const after: Position = {
    ...base,
    quantity: base.quantity.plus(opening),
    cost: base.cost.plus(opening.times(price)),
  }
  const positions = new Map(ledger.positions)
  if (after.quantity.eq(0)) positions.delete(instrument)
  else positions.set(instrument, after)
  return {
    cash: ledger.cash.minus(signed.times(price)).minus(fee),
    realised: ledger.realised.plus(realisedNow ?? zero),
    fees: ledger.fees.plus(fee),
    positions,
    trips: isTripOver ? countTrip(ledger.trips, closed.tripResult) : ledger.trips,
    realisedNow,
  }
}

/** The part of a trade that takes away from what is held; it has the sign of the trade. */
export function closingPart(held: Decimal, traded: Decimal): Decimal {
  if (held.eq(0) || held.gt(0) === traded.gt(0)) return zero
  return traded.abs().lt(held.abs()) ? traded : held.neg()
}

function emptyPosition(instrument: string, openedAt: number): Position {
  return { instrument, quantity: zero, cost: zero, realised: zero, openedAt, tripResult: zero }
}

function countTrip(trips: Trips, result: Decimal): Trips {
  if (result.gt(0)) return { ...trips, won: trips.won + 1, profit: trips.profit.plus(result) }
  if (result.lt(0)) return { ...trips, lost: trips.lost + 1, loss: trips.loss.minus(result) }
  return { ...trips, even: trips.even + 1 }
}
