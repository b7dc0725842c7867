import { createClient, type Quote, systemClock } from '@starkmatter/core'
import { afterEach, expect, test, vi } from 'vitest'
import { createMemoryStore } from '../store/memory-store.ts'
import { createMemoryPaper } from '../store/paper/memory-paper.ts'
import type { PaperStore } from '../store/paper/paper-store.ts'
import {
  cancel,
  changesAfter,
  findAccount,
  listAccounts,
  openAccount,
  type PaperContext,
  place,
  preview,
  removeAccount,
  replace,
  resetAccount,
} from './paper-service.ts'
import { createPaperRunner } from './runner/paper-runner.ts'
import { createTradingHours } from './runner/trading-hours.ts'
import { requestOf } from './testing/paper-market.ts'
import { quoteVenue } from './testing/quote-venue.ts'

const bitcoin = 'crypto:BTC/USD'
/** Looks again until it is so: a busy machine takes its time. */
const eventually = (check: () => unknown) => vi.waitFor(check, { timeout: 20_000, interval: 20 })
const never = new AbortController().signal
const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** One process with paper trading over a store, which others may share. */
function paperProcess(store: PaperStore = createMemoryPaper(), venue = quoteVenue(), markEveryMs = 300_000) {
  const client = createClient({ providers: [venue.provider] })
  const clock = systemClock
  const hours = createTradingHours(clock)
  const runner = createPaperRunner({ client, store, hours, clock, logger: undefined, markEveryMs })
  const stop = () => {
    runner.close()
    client.close()
  }
  stops.push(stop)
  const bars = { client, store: createMemoryStore(), clock, logger: undefined, timeoutMs: 5_000 }
  const context: PaperContext = { bars, store, runner, hours, clock, options: { accountsPerOwner: 3 } }
  return { context, venue, store, runner, stop }
}

async function openFor(context: PaperContext, settings = {}) {
  const { account } = await openAccount(context, 'ada', { name: 'First', ...settings })
  return account.id
}

const order = (changes: Parameters<typeof requestOf>[0] = {}) =>
  requestOf({ instrument: bitcoin, quantity: '0.1', ...changes })

test('an order fills against the quote of the moment, to the last digit', async () => {
  const { context, venue } = paperProcess()
  venue.show(bitcoin, { bid: 60_000, ask: 60_000.1 })
  const id = await openFor(context)
  const filled = await place(context, 'ada', id, order({ quantity: '0.12345678' }), never)
  expect(filled.state).toBe('filled')
  const { state } = await findAccount(context, 'ada', id)
  expect(state.cash.toFixed()).toBe('92592.580854322')
})

test('an order that waits is filled by a later quote, and its instrument is watched until nobody needs it', async () => {
  const { context, venue, runner } = paperProcess()
  venue.show(bitcoin, { bid: 99, ask: 101 })
  const id = await openFor(context)
  const { terms } = await place(context, 'ada', id, order({ type: 'limit', limitPrice: '90' }), never)
  expect(runner.watched).toBe(1)
  await eventually(() => expect(venue.watched).toBe(1))
  venue.show(bitcoin, { bid: 88, ask: 89 })
  await eventually(async () => {
    const { state } = await findAccount(context, 'ada', id)
    expect(state.fills).toMatchObject([{ order: terms.id, price: '90', quantity: '0.1' }])
  })
  await place(context, 'ada', id, order({ side: 'sell' }), never)
  expect(runner.watched).toBe(0)
})

test('after kill -9 another process goes on where the journal ends: nothing is lost, nothing is filled twice', async () => {
  const first = paperProcess()
  first.venue.show(bitcoin, { bid: 99, ask: 101, askSize: 0.04 })
  const id = await openFor(first.context)
  const { terms } = await place(first.context, 'ada', id, order({ type: 'limit', limitPrice: '101' }), never)
  first.stop()
  const second = paperProcess(first.store)
  second.venue.show(bitcoin, { bid: 99, ask: 100, askSize: 50 })
  await eventually(async () => {
    const { state } = await findAccount(second.context, 'ada', id)
    expect(state.closedOrders).toMatchObject([{ state: 'filled' }])
    expect(state.fills.map(({ quantity, price }) => [quantity, price])).toEqual([
      ['0.04', '101'],
      ['0.06', '101'],
    ])
    expect(state.fills.every(({ order: of }) => of === terms.id)).toBe(true)
  })
})

test('processes that share a store and see the same quotes fill each order once', async () => {
  const store = createMemoryPaper()
  const venues = [quoteVenue(), quoteVenue(), quoteVenue()]
  const processes = venues.map((venue) => paperProcess(store, venue))
  const [one] = processes
  if (!one) throw new Error('There is a process.')
  for (const venue of venues) venue.show(bitcoin, { bid: 99, ask: 101 })
  const id = await openFor(one.context)
  const ids = await Promise.all(
    processes.map(({ context }) =>
      place(context, 'ada', id, order({ type: 'limit', limitPrice: '90' }), never).then(
        ({ terms }) => terms.id,
      ),
    ),
  )
  expect(new Set(ids).size).toBe(3)
  await eventually(() => expect(processes.map(({ runner }) => runner.watched)).toEqual([1, 1, 1]))
  for (const venue of venues) venue.show(bitcoin, { bid: 85, ask: 86 })
  await eventually(async () => {
    for (const { context } of processes) {
      const { state } = await findAccount(context, 'ada', id)
      expect(state.openOrders.size).toBe(0)
      expect(state.fills).toHaveLength(3)
      expect(state.cash.toFixed()).toBe('99973')
    }
  })
})

test('the same client order id at once, from several callers, places one order', async () => {
  const { context, venue } = paperProcess()
  venue.show(bitcoin, { bid: 99, ask: 101 })
  const id = await openFor(context)
  const request = order({ clientOrderId: 'mine', type: 'limit', limitPrice: '90' })
  const placed = await Promise.all(Array.from({ length: 5 }, () => place(context, 'ada', id, request, never)))
  expect(new Set(placed.map(({ terms }) => terms.id)).size).toBe(1)
})

test('a write of which nobody knows whether it was kept is looked up, not repeated', async () => {
  const kept = createMemoryPaper()
  let isLosing = false
  const store: PaperStore = {
    ...kept,
    async append(id, appended) {
      const done = await kept.append(id, appended)
      if (isLosing) throw new Error('The connection was lost after COMMIT.')
      return done
    },
  }
  const { context, venue } = paperProcess(store)
  venue.show(bitcoin, { bid: 99, ask: 101 })
  const id = await openFor(context)
  isLosing = true
  const request = order({ clientOrderId: 'mine' })
  await expect(place(context, 'ada', id, request, never)).rejects.toThrow('lost after COMMIT')
  isLosing = false
  const again = await place(context, 'ada', id, request, never)
  expect(again.state).toBe('filled')
  const { state } = await findAccount(context, 'ada', id)
  expect(state.fills).toHaveLength(1)
})

test('a change is told to who waits for it, and a wait ends at its deadline and when its caller goes', async () => {
  const { context, venue } = paperProcess()
  venue.show(bitcoin, { bid: 99, ask: 101 })
  const id = await openFor(context)
  const waiting = changesAfter(context, 'ada', id, { after: 1, waitMs: 20_000 }, never)
  await place(context, 'ada', id, order(), never)
  expect((await waiting).map(({ event }) => event.type)).toEqual(['accepted', 'filled'])
  expect(await changesAfter(context, 'ada', id, { after: 3, waitMs: 10 }, never)).toEqual([])
  const caller = new AbortController()
  const left = changesAfter(context, 'ada', id, { after: 3, waitMs: 60_000 }, caller.signal)
  caller.abort()
  expect(await left).toEqual([])
})

test('a split of what is held comes before its first price, so that no stop mistakes it for a fall', async () => {
  const today = new Date().toISOString().slice(0, 10)
  const splits = [{ type: 'split' as const, date: today, numerator: 10, denominator: 1 }]
  const store = createMemoryPaper()
  const ibm = 'equity:IBM@XOTH'
  const bought = Date.now() - 5 * 86_400_000
  const settings = {
    currency: 'USD',
    cash: '1000',
    allowShort: false,
    slippageBps: '0',
    liquidity: 'displayed',
  } as const
  const commission = { perUnit: '0', rate: '0', minimum: '0' }
  await store.addAccount(
    { id: 'p1', owner: 'ada', name: 'Old', createdAt: bought },
    { type: 'opened', at: bought, settings: { ...settings, commission } },
    9,
  )
  const terms = {
    ...requestOf({ instrument: ibm, quantity: '5' }),
    id: '1',
    expiresAt: null,
    reservePrice: '100',
    marketTime: null,
  }
  const fill = {
    price: '100',
    quantity: '5',
    fee: '0',
    basis: 'book',
    simulated: false,
    delayedMs: 0,
  } as const
  const stop = { ...terms, id: '2', side: 'sell', type: 'stop', stopPrice: '90' } as const
  await store.append('p1', {
    after: 1,
    isActive: true,
    events: [
      { type: 'accepted', at: bought, terms },
      { type: 'filled', at: bought, order: '1', fill },
      { type: 'accepted', at: bought, terms: stop },
    ],
  })
  const venue = quoteVenue({ splits })
  venue.show(ibm, { bid: 9.9, ask: 10.1, last: 10 })
  const { context } = paperProcess(store, venue)
  await eventually(async () => {
    const { state } = await findAccount(context, 'ada', 'p1')
    expect(state.positions.get(ibm)?.quantity.toFixed()).toBe('50')
    expect(state.closedOrders.at(-1)).toMatchObject({ state: 'cancelled', reason: 'split' })
    expect(state.fills).toHaveLength(1)
  })
})

test('an account is found by its owner alone, and there are no more than allowed', async () => {
  const { context } = paperProcess()
  const id = await openFor(context)
  await expect(findAccount(context, 'grace', id)).rejects.toMatchObject({ code: 'NO_DATA' })
  await expect(removeAccount(context, 'grace', id)).rejects.toMatchObject({ code: 'NO_DATA' })
  await openFor(context)
  await openFor(context)
  await expect(openFor(context)).rejects.toMatchObject({ code: 'BAD_REQUEST', message: /There are 3/ })
  await removeAccount(context, 'ada', id)
  expect(await listAccounts(context, 'ada')).toHaveLength(2)
  await expect(findAccount(context, 'ada', id)).rejects.toMatchObject({ code: 'NO_DATA' })
})

test('a preview says what an order costs and changes nothing; a refusal is part of it', async () => {
  const { context, venue } = paperProcess()
  venue.show(bitcoin, { bid: 49_900, ask: 50_000 })
  const id = await openFor(context, { commission: { perUnit: '0', rate: '0.001', minimum: '0' } })
  const fine = await preview(context, 'ada', id, order({ quantity: '1' }), never)
  expect([fine.value, fine.commission, fine.buyingPower.after, fine.shareOfEquity].map(String)).toEqual([
    '50000',
    '50',
    '49950',
    '0.5',
  ])
  expect(fine.refusal).toBeUndefined()
  const dear = await preview(context, 'ada', id, order({ quantity: '3' }), never)
  expect(dear.refusal).toMatchObject({ reason: 'buying-power', needed: '150150', available: '100000' })
  expect((await findAccount(context, 'ada', id)).state.sequence).toBe(1)
})

test('an order is replaced and cancelled while it is open, and an account is reset with its orders', async () => {
  const { context, venue } = paperProcess()
  venue.show(bitcoin, { bid: 99, ask: 101 })
  const id = await openFor(context)
  const waiting = await place(context, 'ada', id, order({ type: 'limit', limitPrice: '90' }), never)
  const moved = await replace(context, 'ada', id, waiting.terms.id, { limitPrice: '95' }, never)
  expect(moved.limitPrice?.toFixed()).toBe('95')
  expect((await cancel(context, 'ada', id, waiting.terms.id)).state).toBe('cancelled')
  await expect(cancel(context, 'ada', id, waiting.terms.id)).rejects.toMatchObject({ reason: 'not-open' })
  await place(context, 'ada', id, order(), never)
  const { state } = await resetAccount(context, 'ada', id)
  expect([state.cash.toFixed(), state.positions.size, state.orderCount]).toEqual(['100000', 0, 2])
})

test('instruments in another currency and those without a quote are refused', async () => {
  const { context, venue } = paperProcess(createMemoryPaper(), quoteVenue({ currency: 'EUR' }))
  const id = await openFor(context)
  await expect(place(context, 'ada', id, order(), never)).rejects.toMatchObject({ code: 'UNKNOWN_SYMBOL' })
  venue.show(bitcoin, { bid: 99, ask: 101 })
  await expect(place(context, 'ada', id, order(), never)).rejects.toMatchObject({ reason: 'currency' })
})

test('shares wait for the session of their exchange, and an order for the day ends with it', () => {
  let now = Date.parse('2024-07-03T16:59:00Z')
  const hours = createTradingHours({ ...systemClock, now: () => now })
  const share = { id: 'equity:IBM', symbol: 'IBM', assetClass: 'equity' } as const
  const quote: Pick<Quote, 'marketState' | 'source'> = {
    marketState: null,
    source: { provider: 'venue', fetchedAt: now, delayedMs: 0, attempts: [] },
  }
  // The day before Independence Day closes at 13:00 in New York.
  expect([hours.isOpen(share, quote), new Date(hours.dayEnd(share)).toISOString()]).toEqual([
    true,
    '2024-07-03T17:00:00.000Z',
  ])
  now = Date.parse('2024-07-03T17:00:00Z')
  expect([hours.isOpen(share, quote), new Date(hours.dayEnd(share)).toISOString()]).toEqual([
    false,
    '2024-07-05T20:00:00.000Z',
  ])
  // A quote that is a quarter of an hour late is of the session that is over by now.
  expect(hours.isOpen(share, { ...quote, source: { ...quote.source, delayedMs: 900_000 } })).toBe(true)
  expect(
    hours.isOpen(share, { ...quote, marketState: 'closed', source: { ...quote.source, delayedMs: 900_000 } }),
  ).toBe(false)
  const coin = { id: bitcoin, symbol: 'BTC/USD', assetClass: 'crypto', base: 'BTC', quote: 'USD' } as const
  expect([hours.isOpen(coin, quote), new Date(hours.dayEnd(coin)).toISOString()]).toEqual([
    true,
    '2024-07-04T00:00:00.000Z',
  ])
})
