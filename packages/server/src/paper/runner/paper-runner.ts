import { type Clock, type Logger, parseInstrument, type Quote } from '@starkmatter/core'
import type { GatewayClient } from '../../gateway/client.ts'
import type { PaperStore } from '../../store/paper/paper-store.ts'
import type { AccountState } from '../engine/account-state.ts'
import type { Prices } from '../engine/buying-power.ts'
import { expireOrders, nextExpiry } from '../engine/change-order.ts'
import { onTick } from '../engine/on-tick.ts'
import { bookOf, type Tick, toTick, worthOf } from '../engine/tick.ts'
import { type AccountDesk, createAccountDesk } from './account-desk.ts'
import { createKnownSplits } from './known-splits.ts'
import { createNeeds } from './needs.ts'
import { createQuoteFeed } from './quote-feed.ts'
import type { TradingHours } from './trading-hours.ts'

export type PaperRunnerOptions = {
  client: GatewayClient
  store: PaperStore
  hours: TradingHours
  clock: Clock
  logger: Logger | undefined
  /** How far apart points of an equity curve are between fills, ms. */
  markEveryMs: number
}

/** A quote's tick, and when it came, ms UTC. */
export type SeenTick = { tick: Tick; at: number }

/** Brings quotes to the accounts that need them, and keeps what follows. */
export interface PaperRunner {
  /** The desk of an account that exists. */
  deskOf(id: string): AccountDesk
  forget(id: string): void
  /** The newest quote, where the instrument is watched. */
  seen(instrument: string): SeenTick | undefined
  /** What one unit of each watched instrument is worth. */
  prices(): Prices
  /** Answers when the account changes, or at the deadline. */
  changed(id: string, timeoutMs: number, signal: AbortSignal): Promise<void>
  /** Instruments that are being watched. */
  readonly watched: number
  close(): void
}

/** How often time itself is looked at: what expires, and what other processes have done. */
const sweepEveryMs = 5_000
/** Accounts kept at hand in which nothing is open. */
const mostIdle = 256

type Entry = {
  desk: AccountDesk
  /** Instruments whose newest quote has not been shown to it yet. */
  unseen: Set<string>
  isBusy: boolean
  /** It could not be brought up to date: said once, until a quote can be applied again. */
  hasFailed: boolean
  listeners: Set<() => void>
}

export function createPaperRunner({
  client,
  store,
  hours,
  clock,
  logger,
  markEveryMs,
}: PaperRunnerOptions): PaperRunner {
  const entries = new Map<string, Entry>()
  const needs = createNeeds()
  const ticks = new Map<string, SeenTick>()
  let isClosed = false
  let cancelSweep = () => {}

  const splits = createKnownSplits({ client, clock, logger }, ({ id }) => spread(id))
  const feed = createQuoteFeed({ client, clock, logger }, receive)

  function receive(instrument: string, quote: Quote): void {
    if (isClosed) return
    const tick = toTick(instrument, quote, hours.isOpen(parseInstrument(instrument), quote))
    ticks.set(instrument, { tick, at: clock.now() })
    spread(instrument)
  }

  function spread(instrument: string): void {
    for (const id of needs.accountsOf(instrument)) {
      const entry = entries.get(id)
      if (!entry) continue
      entry.unseen.add(instrument)
      void show(entry)
    }
  }

  /** Of several quotes that come while an account is being written, it sees the newest. */
  async function show(entry: Entry): Promise<void> {
    if (entry.isBusy) return
    entry.isBusy = true
    for (const instrument of entry.unseen) {
      entry.unseen.delete(instrument)
      const seen = ticks.get(instrument)
      if (!seen) continue
      try {
        await showTick(entry.desk, seen.tick)
        entry.hasFailed = false
      } catch (error) {
        failed(entry.desk.id, error)
      }
    }
    entry.isBusy = false
  }

  async function showTick(desk: AccountDesk, tick: Tick): Promise<void> {
    const instrument = parseInstrument(tick.instrument)
    const now = clock.now()
    const isHeld = desk.state?.positions.has(tick.instrument) ?? false
    const known = isHeld ? splits.upTo(instrument, hours.dateOf(instrument, now)) : []
    // It is shown again once they are known.
    if (!known) return
    const dateOf = (time: number) => hours.dateOf(instrument, time)
    await desk.act((state, held) => {
      const book = held(tick.instrument) ?? bookOf(tick)
      const done = onTick(state, book, { now, splits: known, dateOf, prices, markEveryMs })
      return { events: done.events, books: [done.book], result: undefined }
    }, tick)
  }

  function deskOf(id: string): AccountDesk {
    const existing = entries.get(id)
    if (existing) {
      // The one used last goes last.
      entries.delete(id)
      entries.set(id, existing)
      return existing.desk
    }
    const listeners = new Set<() => void>()
    const desk = createAccountDesk(id, store, (state) => {
      watchFor(id, state)
      for (const listener of listeners) listener()
    })
    entries.set(id, { desk, unseen: new Set(), isBusy: false, hasFailed: false, listeners })
    return desk
  }

  function watchFor(id: string, state: AccountState): void {
    if (isClosed || !entries.has(id)) return
    const wanted = new Set([
      ...state.positions.keys(),
      ...[...state.openOrders.values()].map(({ terms }) => terms.instrument),
    ])
    need(id, wanted)
  }

  function need(id: string, wanted: ReadonlySet<string>): void {
    if (!needs.set(id, wanted)) return
    feed.need(needs.instruments)
    for (const instrument of ticks.keys()) if (!needs.instruments.has(instrument)) ticks.delete(instrument)
  }

  function forget(id: string): void {
    entries.delete(id)
    need(id, new Set())
  }

  function prices(): Prices {
    return new Map(
      [...ticks].flatMap(([id, { tick }]) => {
        const worth = worthOf(tick)
        return worth ? [[id, worth] as const] : []
      }),
    )
  }

  async function sweep(): Promise<void> {
    const active = new Map((await store.listActive()).map((account) => [account.id, account]))
    // One that cannot be read must not hold up the others.
    for (const { id, sequence } of active.values())
      await careFor(id, sequence).catch((error) => failed(id, error))
    for (const id of needs.accounts()) {
      if (!active.has(id)) await recheck(id).catch((error) => failed(id, error))
    }
    const idle = [...entries].filter(([id, { listeners }]) => !needs.has(id) && listeners.size === 0)
    for (const [id] of idle.slice(0, Math.max(0, idle.length - mostIdle))) entries.delete(id)
  }

  async function careFor(id: string, sequence: number): Promise<void> {
    const desk = deskOf(id)
    if ((desk.state?.sequence ?? 0) < sequence) await desk.refresh()
    const expiry = desk.state && nextExpiry(desk.state)
    if (expiry === undefined || expiry > clock.now()) return
    await desk.act((state) => ({ events: expireOrders(state, clock.now()), result: undefined }))
  }

  /** Another process closed what was open, or removed the account. */
  async function recheck(id: string): Promise<void> {
    if (await store.findAccount(id)) await entries.get(id)?.desk.refresh()
    else forget(id)
  }

  function failed(id: string, error: unknown): void {
    const entry = entries.get(id)
    if (isClosed || entry?.hasFailed) return
    if (entry) entry.hasFailed = true
    logger?.warn('A paper account could not be brought up to date', { account: id, reason: String(error) })
  }

  function sweepOn(): void {
    sweep()
      .catch((error: unknown) => {
        if (!isClosed) logger?.warn('Paper accounts could not be looked through', { reason: String(error) })
      })
      .finally(() => {
        if (!isClosed) cancelSweep = clock.schedule(sweepEveryMs, sweepOn)
      })
  }
  sweepOn()

  return {
    deskOf,
    forget,
    seen: (instrument) => ticks.get(instrument),
    prices,
    changed(id, timeoutMs, signal) {
      deskOf(id)
      const listeners = entries.get(id)?.listeners
      return new Promise((resolve) => {
        const finish = () => {
          cancel()
          listeners?.delete(finish)
          signal.removeEventListener('abort', finish)
          resolve()
        }
        const cancel = clock.schedule(timeoutMs, finish)
        listeners?.add(finish)
        signal.addEventListener('abort', finish)
        if (signal.aborted || isClosed) finish()
      })
    },
    get watched() {
      return feed.size
    },
    close() {
      isClosed = true
      cancelSweep()
      feed.close()
      for (const { listeners } of entries.values()) for (const listener of listeners) listener()
    },
  }
}
