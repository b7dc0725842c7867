import type { AccountState } from '../engine/account-state.ts'
import { openedState } from '../engine/account-state.ts'
import { applyEvent } from '../engine/apply-event.ts'
import { decimal } from '../engine/decimal.ts'
import type { AccountSettings, PaperEvent } from '../engine/events.ts'
import { matchOrders } from '../engine/match-orders.ts'
import { type MarketView, type OrderRequest, placeOrder } from '../engine/place-order.ts'
import { type Book, nextBook, type Tick } from '../engine/tick.ts'

export const plainSettings: AccountSettings = {
  currency: 'USD',
  cash: '10000',
  allowShort: false,
  commission: { perUnit: '0', rate: '0', minimum: '0' },
  slippageBps: '0',
  liquidity: 'displayed',
}

export const apple = 'equity:AAPL'

type TickText = {
  instrument?: string
  bid?: string | null
  ask?: string | null
  bidSize?: string
  askSize?: string
  last?: string | null
  time?: number
  isOpen?: boolean
  simulated?: boolean
}

/** A quote in the words of a test: 99.9 to 100.1 of any size where nothing else is said. */
export function tickOf({ instrument = apple, ...text }: TickText = {}): Tick {
  const read = (value: string | null | undefined) =>
    value === null || value === undefined ? null : decimal(value)
  return {
    instrument,
    bid: read(text.bid === undefined ? '99.9' : text.bid),
    ask: read(text.ask === undefined ? '100.1' : text.ask),
    bidSize: read(text.bidSize),
    askSize: read(text.askSize),
    last: read(text.last === undefined ? '100' : text.last),
    time: text.time ?? 1_000,
    currency: 'USD',
    isOpen: text.isOpen ?? true,
    simulated: text.simulated ?? false,
    delayedMs: 0,
  }
}

export function requestOf(changes: Partial<OrderRequest> = {}): OrderRequest {
  return {
    clientOrderId: null,
    instrument: apple,
    side: 'buy',
    type: 'market',
    timeInForce: 'gtc',
    quantity: '10',
    limitPrice: null,
    stopPrice: null,
    ...changes,
  }
}

/** An account with a market before it: what a runner does, without waiting for anything. */
export function paperDesk(settings: Partial<AccountSettings> = {}) {
  const opened: PaperEvent = { type: 'opened', at: 0, settings: { ...plainSettings, ...settings } }
  const journal: PaperEvent[] = [opened]
  const books = new Map<string, Book>()
  let state: AccountState = openedState(opened.settings, 0)
  let now = 1_000
  const record = (events: readonly PaperEvent[]) => {
    for (const event of events) state = applyEvent(state, event)
    journal.push(...events)
  }
  const match = (instrument: string) => {
    const book = books.get(instrument)
    if (!book) return
    const matched = matchOrders(state, book, now)
    books.set(instrument, matched.book)
    record(matched.events)
  }
  const view = (instrument: string): MarketView => ({
    now,
    tick: books.get(instrument)?.tick,
    isOpen: books.get(instrument)?.tick.isOpen ?? false,
    dayEndsAt: 1_000_000,
    assetClass: 'equity',
  })
  return {
    journal,
    get state() {
      return state
    },
    get now() {
      return now
    },
    record,
    view,
    /** A quote comes, a millisecond after what was before. */
    quote(text: TickText = {}) {
      now++
      const tick = tickOf({ time: now, ...text })
      books.set(tick.instrument, nextBook(books.get(tick.instrument), tick))
      match(tick.instrument)
    },
    /** An order comes; its id. */
    place(changes: Partial<OrderRequest> = {}): string {
      const request = requestOf(changes)
      const accepted = placeOrder(state, request, view(request.instrument))
      record([accepted])
      match(request.instrument)
      return accepted.terms.id
    },
    match,
    order(id: string) {
      const order = state.openOrders.get(id) ?? state.closedOrders.find(({ terms }) => terms.id === id)
      if (!order) throw new Error(`There is no order ${id}.`)
      return order
    },
    /** Fills of an order as `quantity@price`. */
    fills: (id: string) =>
      state.fills.filter(({ order }) => order === id).map(({ quantity, price }) => `${quantity}@${price}`),
    wait(ms: number) {
      now += ms
    },
  }
}
