import { randomUUID } from 'node:crypto'
import {
  BadRequestError,
  type Clock,
  type Instrument,
  NoDataError,
  parseInstrument,
  UnknownSymbolError,
} from '@starkmatter/core'
import { findImported } from '../bars/imported-bars.ts'
import type { BarsContext } from '../bars/read-bars.ts'
import { actionOf } from '../gateway/client.ts'
import type { PaperAccount, PaperStore } from '../store/paper/paper-store.ts'
import type { AccountState, Order } from './engine/account-state.ts'
import { applyEvent } from './engine/apply-event.ts'
import { buyingPowerOf, equityOf } from './engine/buying-power.ts'
import { cancelOrder, expireOrders, type OrderChange, replaceOrder } from './engine/change-order.ts'
import { commissionOf } from './engine/commission.ts'
import { type Decimal, decimal } from './engine/decimal.ts'
import type { PaperEvent } from './engine/events.ts'
import { matchOrders } from './engine/match-orders.ts'
import { OrderRefusedError } from './engine/OrderRefusedError.ts'
import {
  type MarketView,
  type OrderRequest,
  placedBefore,
  placeOrder,
  reservePriceOf,
} from './engine/place-order.ts'
import { bookOf, type Tick, toTick } from './engine/tick.ts'
import { completeSettings, type PaperOptions, type SomeSettings } from './paper-options.ts'
import type { Decision } from './runner/account-desk.ts'
import type { PaperRunner } from './runner/paper-runner.ts'
import type { TradingHours } from './runner/trading-hours.ts'

export type PaperContext = {
  bars: BarsContext
  store: PaperStore
  runner: PaperRunner
  hours: TradingHours
  clock: Clock
  options: PaperOptions
}

export type AccountAndState = { account: PaperAccount; state: AccountState }

/** How old a watched quote may be to trade against; an older one is asked for again. */
const freshMs = 5_000

const defaultAccounts = 10

/** @throws {BadRequestError} the owner has as many as allowed */
export async function openAccount(
  { store, runner, clock, options }: PaperContext,
  owner: string,
  { name, ...settings }: SomeSettings & { name: string },
): Promise<AccountAndState> {
  const { accountsPerOwner = defaultAccounts, defaults } = options
  const now = clock.now()
  const id = randomUUID()
  const opened: PaperEvent = {
    type: 'opened',
    at: now,
    settings: completeSettings(settings, defaults),
  }
  if (!(await store.addAccount({ id, owner, name, createdAt: now }, opened, accountsPerOwner))) {
    throw new BadRequestError(
      `There are ${accountsPerOwner} paper accounts, and may be no more. Remove one, or reset it to begin again.`,
      { parameter: 'name' },
    )
  }
  const account = { id, owner, name, createdAt: now, sequence: 1, isActive: false }
  return { account, state: await runner.deskOf(id).refresh() }
}

export async function listAccounts(
  context: PaperContext,
  owner: string,
): Promise<readonly AccountAndState[]> {
  const accounts = await context.store.listAccounts(owner)
  return Promise.all(
    accounts.map(async (account) => ({ account, state: await context.runner.deskOf(account.id).refresh() })),
  )
}

/** @throws {NoDataError} there is none, or it is somebody else's */
export async function findAccount(
  { store, runner }: PaperContext,
  owner: string,
  id: string,
): Promise<AccountAndState> {
  const account = await ownAccount(store, owner, id)
  return { account, state: await runner.deskOf(id).refresh() }
}

export async function removeAccount(
  { store, runner }: PaperContext,
  owner: string,
  id: string,
): Promise<void> {
  await ownAccount(store, owner, id)
  await store.removeAccount(id)
  runner.forget(id)
}

/** Back to the beginning: no positions, no orders, the cash that it began with. */
export async function resetAccount(
  context: PaperContext,
  owner: string,
  id: string,
): Promise<AccountAndState> {
  const { account } = await findAccount(context, owner, id)
  const { state } = await context.runner.deskOf(id).act(({ settings }) => ({
    events: [{ type: 'reset', at: context.clock.now(), settings }],
    result: undefined,
  }))
  return { account, state }
}

/**
 * Places an order, and shows it to the market at once. The same client order id again answers the order that it placed.
 *
 * @throws {OrderRefusedError}
 */
export async function place(
  context: PaperContext,
  owner: string,
  id: string,
  request: OrderRequest,
  signal: AbortSignal,
): Promise<Order> {
  await findAccount(context, owner, id)
  const instrument = parseInstrument(request.instrument)
  const { tick, view } = await lookAt(context, instrument, signal)
  return changeOrder(context, id, tick, (state) => {
    const before = placedBefore(state, request)
    if (before) return { events: [], id: before.terms.id }
    const accepted = placeOrder(state, request, view)
    return { events: [accepted], id: accepted.terms.id }
  })
}

/** @throws {OrderRefusedError} */
export async function replace(
  context: PaperContext,
  owner: string,
  id: string,
  order: string,
  change: OrderChange,
  signal: AbortSignal,
): Promise<Order> {
  const { state } = await findAccount(context, owner, id)
  const open = state.openOrders.get(order)
  const { tick, view } = open
    ? await lookAt(context, parseInstrument(open.terms.instrument), signal)
    : { tick: undefined, view: closedView(context.clock) }
  return changeOrder(context, id, tick, (newest) => ({
    events: [replaceOrder(newest, order, change, view)],
    id: order,
  }))
}

/** @throws {OrderRefusedError} */
export async function cancel(
  context: PaperContext,
  owner: string,
  id: string,
  order: string,
): Promise<Order> {
  await findAccount(context, owner, id)
  return changeOrder(context, id, undefined, (state) => ({
    events: [cancelOrder(state, order, context.clock.now())],
    id: order,
  }))
}

/** What an order would do to the account, without placing it. */
export type Preview = {
  price: Decimal
  value: Decimal
  commission: Decimal
  buyingPower: { before: Decimal; after: Decimal }
  /** Its value ÷ equity. */
  shareOfEquity: Decimal | null
  isOpen: boolean
  simulated: boolean
  refusal: OrderRefusedError | undefined
}

export async function preview(
  context: PaperContext,
  owner: string,
  id: string,
  request: OrderRequest,
  signal: AbortSignal,
): Promise<Preview> {
  const { state } = await findAccount(context, owner, id)
  const { tick, view } = await lookAt(context, parseInstrument(request.instrument), signal)
  let after: AccountState | undefined
  let refusal: OrderRefusedError | undefined
  let price = decimal(0)
  try {
    price = reservePriceOf(state, request, tick)
    after = applyEvent(state, placeOrder(state, { ...request, clientOrderId: null }, view))
  } catch (error) {
    if (!(error instanceof OrderRefusedError)) throw error
    refusal = error
  }
  const value = price.times(request.quantity)
  const equity = equityOf(state, new Map([...state.marks, ...context.runner.prices()]))
  return {
    price,
    value,
    commission: commissionOf(state.settings.commission, decimal(request.quantity), value),
    buyingPower: { before: buyingPowerOf(state), after: buyingPowerOf(after ?? state) },
    shareOfEquity: equity.gt(0) ? value.div(equity) : null,
    isOpen: tick.isOpen,
    simulated: tick.simulated,
    refusal,
  }
}

/** Events after a number: at once where there are any, else when the first comes or the time is over. */
export async function changesAfter(
  context: PaperContext,
  owner: string,
  id: string,
  { after, waitMs }: { after: number; waitMs: number },
  signal: AbortSignal,
) {
  await findAccount(context, owner, id)
  // Looked at again without a pause in between, so that no change slips through.
  const { state } = context.runner.deskOf(id)
  if (waitMs > 0 && state && state.sequence <= after) await context.runner.changed(id, waitMs, signal)
  return context.store.readJournal(id, after, 500)
}

type Change = { events: readonly PaperEvent[]; id: string }

/** Writes what was decided together with what the market makes of it, and answers the order as it stands then. */
async function changeOrder(
  { runner, clock }: PaperContext,
  id: string,
  tick: Tick | undefined,
  decide: (state: AccountState) => Change,
): Promise<Order> {
  const { state, result } = await runner.deskOf(id).act((before, bookFor): Decision<string> => {
    const now = clock.now()
    const expired = expireOrders(before, now)
    const standing = expired.reduce<AccountState>(applyEvent, before)
    const { events, id: order } = decide(standing)
    if (!tick) return { events: [...expired, ...events], result: order }
    const changed = events.reduce<AccountState>(applyEvent, standing)
    const matched = matchOrders(changed, bookFor(tick.instrument) ?? bookOf(tick), now)
    return { events: [...expired, ...events, ...matched.events], books: [matched.book], result: order }
  }, tick)
  const order = state.openOrders.get(result) ?? state.closedOrders.find(({ terms }) => terms.id === result)
  if (!order) throw new NoDataError(`Order ${result} is no longer remembered.`)
  return order
}

/** The market of an instrument now. */
async function lookAt(
  context: PaperContext,
  instrument: Instrument,
  signal: AbortSignal,
): Promise<{ tick: Tick; view: MarketView }> {
  const { hours, clock } = context
  const tick = await tickNow(context, instrument, signal)
  const view = {
    now: clock.now(),
    tick,
    isOpen: tick.isOpen,
    dayEndsAt: hours.dayEnd(instrument),
    assetClass: instrument.assetClass,
  }
  return { tick, view }
}

async function tickNow(
  { bars, runner, hours, clock }: PaperContext,
  instrument: Instrument,
  signal: AbortSignal,
): Promise<Tick> {
  const seen = runner.seen(instrument.id)
  if (seen && clock.now() - seen.at <= freshMs) return seen.tick
  if ((await findImported(bars.store, instrument)).length > 0) {
    throw new OrderRefusedError(
      'not-tradable',
      `The data of ${instrument.id} were imported and stand still. Paper orders need quotes that move.`,
      { parameter: 'instrument' },
    )
  }
  const { client, timeoutMs } = bars
  const [quote] = await actionOf(client, 'getQuotes')({ symbols: [instrument.id], timeoutMs, signal })
  if (!quote) throw new UnknownSymbolError(instrument.id)
  return toTick(instrument.id, quote, hours.isOpen(instrument, quote))
}

function closedView(clock: Clock): MarketView {
  const now = clock.now()
  return { now, tick: undefined, isOpen: false, dayEndsAt: now, assetClass: 'equity' }
}

async function ownAccount(store: PaperStore, owner: string, id: string): Promise<PaperAccount> {
  const account = await store.findAccount(id)
  if (account?.owner === owner) return account
  throw new NoDataError(`There is no paper account ${JSON.stringify(id)}. GET /v1/paper/accounts lists them.`)
}
