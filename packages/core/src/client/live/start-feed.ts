import { abortReason } from '../../http/deadline.ts'
import { manyListeners } from '../../http/many-listeners.ts'
import { parseInterval } from '../../market/index.ts'
import type { LiveSubscription } from '../../stream/live-subscription.ts'
import { assertOptions, callRules } from '../assert-options.ts'
import { engineOf } from '../engine.ts'
import type { WatchBarsOptions, WatchOrderBookOptions, WatchSymbolsOptions } from '../options.ts'
import type { ClientBase, LiveBar } from '../types.ts'
import { followBars } from './follow-bars.ts'
import { followers } from './follow-symbols.ts'
import { watchRoutes } from './watch.ts'
import type { SymbolItems } from './watch-symbols.ts'

/**
 * Fills a subscription with live bars.
 *
 * @throws {BadRequestError} an option cannot be right
 * @throws {UnsupportedError} no provider streams this
 */
export function startBars(
  client: ClientBase,
  subscription: LiveSubscription<LiveBar>,
  options: WatchBarsOptions,
): void {
  assertOptions(options, callRules, 'symbol', 'interval')
  const engine = engineOf(client)
  const { symbol, interval, since, signal } = options
  const { ms } = parseInterval(interval)
  const { read, routes } = watchRoutes(engine, 'bars', symbol, options, { interval })
  subscription.lossOf = ({ time }) => ({ from: time, to: time + ms, reason: 'The consumer was too slow.' })
  bindSignal(subscription, signal)
  if (subscription.ended) return
  followBars(engine, subscription, routes, {
    instrument: read.instrument,
    interval,
    since: since ?? Math.floor(engine.clock.now() / ms) * ms,
    hasHistory: since !== undefined,
  })
}

/**
 * Fills a subscription with one channel of several instruments.
 *
 * @throws {BadRequestError} an option cannot be right
 * @throws {UnsupportedError} no provider streams one of them
 */
export function startSymbols<channel extends keyof SymbolItems>(
  client: ClientBase,
  channel: channel,
  subscription: LiveSubscription<SymbolItems[channel]>,
  options: WatchSymbolsOptions,
): void {
  assertOptions(options, callRules, 'symbols')
  start(client, channel, subscription, options, {})
}

/**
 * Fills a subscription with the order book of one instrument.
 *
 * @throws {BadRequestError} an option cannot be right
 * @throws {UnsupportedError} no provider streams it
 */
export function startBook(
  client: ClientBase,
  subscription: LiveSubscription<SymbolItems['book']>,
  options: WatchOrderBookOptions,
): void {
  assertOptions(options, callRules, 'symbol')
  const { symbol, depth = 20 } = options
  start(client, 'book', subscription, { ...options, symbols: [symbol] }, { depth })
}

function start<channel extends keyof SymbolItems>(
  client: ClientBase,
  channel: channel,
  subscription: LiveSubscription<SymbolItems[channel]>,
  options: WatchSymbolsOptions,
  details: { depth?: number },
): void {
  const engine = engineOf(client)
  const { symbols, signal } = options
  const topics = symbols.map((symbol) => watchRoutes(engine, channel, symbol, options, details).routes)
  bindSignal(subscription, signal)
  if (!subscription.ended) followers[channel](engine, subscription, topics)
}

/** Ends a subscription with its caller's signal. */
function bindSignal<item>(subscription: LiveSubscription<item>, signal: AbortSignal | undefined): void {
  if (!signal) return
  const end = () => subscription.fail(abortReason(signal))
  if (signal.aborted) end()
  else {
    manyListeners(signal).addEventListener('abort', end)
    subscription.onEnd(() => signal.removeEventListener('abort', end))
  }
}
