import { type Decimal, decimal, zero } from './decimal.ts'
import type { AccountSettings, EndReason, FillFacts, OrderTerms } from './events.ts'

export type OrderState = 'accepted' | 'partially-filled' | 'filled' | 'cancelled' | 'rejected' | 'expired'

export type Order = {
  /** As it came. What follows may have been replaced since. */
  terms: OrderTerms
  quantity: Decimal
  limitPrice: Decimal | null
  stopPrice: Decimal | null
  reservePrice: Decimal
  state: OrderState
  /** Why it ended without being filled whole. */
  reason: EndReason | null
  filled: Decimal
  /** Price times quantity, over its fills. */
  filledValue: Decimal
  fees: Decimal
  isTriggered: boolean
  /** It waits in the book: what comes to it fills it at its limit, and no better. */
  isResting: boolean
  acceptedAt: number
  changedAt: number
}

export type Position = {
  instrument: string
  /** Below zero when sold short. */
  quantity: Decimal
  /** What was paid for what is held; below zero when sold short. Divided by the quantity it is the average price. */
  cost: Decimal
  realised: Decimal
  openedAt: number
  /** Result after fees since it was opened: one round trip, once it is closed. */
  tripResult: Decimal
}

export type Fill = FillFacts & {
  /** Number of its event in the journal. */
  sequence: number
  at: number
  order: string
  instrument: string
  side: OrderTerms['side']
  /** What it realised, before fees; `null` where it opened or added. */
  realised: string | null
}

export type EquityPoint = { at: number; equity: Decimal }

/** Round trips: from nothing to a position and back. */
export type Trips = { won: number; lost: number; even: number; profit: Decimal; loss: Decimal }

/** What an account's journal adds up to. Never changed in place. */
export type AccountState = {
  settings: AccountSettings
  /** How many events it is made of. */
  sequence: number
  openedAt: number
  cash: Decimal
  realised: Decimal
  fees: Decimal
  positions: ReadonlyMap<string, Position>
  /** In the order they were accepted. */
  openOrders: ReadonlyMap<string, Order>
  /** The newest of those that ended, oldest first. */
  closedOrders: readonly Order[]
  /** The newest, oldest first. */
  fills: readonly Fill[]
  /** Orders by the caller's own ids, the newest. */
  clientOrderIds: ReadonlyMap<string, string>
  /** So many orders were accepted. */
  orderCount: number
  /** Last known price of what is held. */
  marks: ReadonlyMap<string, Decimal>
  /** Splits that were applied, as `<instrument> <date>`. */
  splits: ReadonlySet<string>
  /** Some fill was made against simulated quotes. */
  isSimulated: boolean
  equityCurve: readonly EquityPoint[]
  peakEquity: Decimal
  /** Largest fall from a peak, as a part of it. */
  maxDrawdown: Decimal
  trips: Trips
}

/** How much of the past a state remembers; the journal has all of it. */
export const remembered = { orders: 500, fills: 1_000, clientOrderIds: 1_000, equityPoints: 1_000 } as const

export function openedState(settings: AccountSettings, at: number): AccountState {
  const cash = decimal(settings.cash)
  return {
    settings,
    sequence: 1,
    openedAt: at,
    cash,
    realised: zero,
    fees: zero,
    positions: new Map(),
    openOrders: new Map(),
    closedOrders: [],
    fills: [],
    clientOrderIds: new Map(),
    orderCount: 0,
    marks: new Map(),
    splits: new Set(),
    isSimulated: false,
    equityCurve: [{ at, equity: cash }],
    peakEquity: cash,
    maxDrawdown: zero,
    trips: { won: 0, lost: 0, even: 0, profit: zero, loss: zero },
  }
}

export function remainingOf(order: Order): Decimal {
  return order.quantity.minus(order.filled)
}

export function positionOf(state: AccountState, instrument: string): Decimal {
  return state.positions.get(instrument)?.quantity ?? zero
}

/** The open orders of one instrument, oldest first. */
export function openOrdersOf(state: AccountState, instrument: string): Order[] {
  return [...state.openOrders.values()].filter(({ terms }) => terms.instrument === instrument)
}
