import { BadRequestError } from '../../errors/index.ts'
import { abortReason } from '../../http/deadline.ts'
import { manyListeners } from '../../http/many-listeners.ts'
import type { InstrumentInput, Interval, ReadInstrument } from '../../market/index.ts'
import type { Provider, StreamChannel, StreamTopic, WatchCapability } from '../../provider/index.ts'
import { loadPart } from '../../provider/load-part.ts'
import type { LiveSubscription } from '../../stream/live-subscription.ts'
import type { WatchOptions } from '../options.ts'
import { Refusals, readSymbol, routesTo, symbolFor } from '../route.ts'
import type { Setup } from '../setup.ts'

/** A provider that streams what is wanted. */
export type WatchRoute = {
  provider: Provider
  capability: WatchCapability
  topic: StreamTopic
  /** Bars are built of the trades or of the shorter bars of the topic. */
  isBuilt?: boolean
}

/** What tells two topics of a channel and symbol apart. */
export type TopicDetails = { interval?: Interval; depth?: number }

const operations = {
  bars: 'watchBars',
  quotes: 'watchQuotes',
  trades: 'watchTrades',
  book: 'watchOrderBook',
} as const satisfies Record<StreamChannel, string>

export const defaultBufferSize = 1024

/**
 * The providers that carry a channel of an instrument, in the order they are followed.
 *
 * @throws {BadRequestError} the symbol is none
 * @throws {UnsupportedError} no provider streams this, with each one's reason
 */
export function watchRoutes(
  setup: Setup,
  channel: StreamChannel,
  input: InstrumentInput,
  options: WatchOptions,
  { interval, depth }: TopicDetails = {},
): { read: ReadInstrument; routes: WatchRoute[] } {
  const read = readSymbol(input)
  const refusals = new Refusals()
  const routes = routesTo(setup, operations[channel], options).flatMap((route): WatchRoute[] => {
    const { provider, operation } = route
    const symbol = symbolFor(route, read, refusals)
    if (symbol === undefined) return []
    if (interval !== undefined && 'intervals' in operation && !operation.intervals.includes(interval)) {
      refusals.add(provider, `streams no ${interval} bars (it has ${operation.intervals.join(', ')})`)
      return []
    }
    const { instrument } = read
    const topicOf = (one: StreamChannel, length = interval): StreamTopic => {
      const details = { ...(length && one === 'bars' && { interval: length }), ...(depth && { depth }) }
      const key = [one, symbol, details.interval ?? depth].join(' ')
      return { key, channel: one, instrument, symbol, ...details }
    }
    if (interval !== undefined && 'intervals' in operation) {
      const { assets, built, polled } = operation
      if (polled?.intervals.includes(interval)) {
        const capability = { assets, via: 'poll', everyMs: polled.everyMs } as const
        return [{ provider, capability, topic: topicOf(channel) }]
      }
      const part = built?.find(({ intervals }) => intervals.includes(interval))?.of
      if (part) {
        const topic = part === 'trades' ? topicOf(part) : topicOf(channel, part)
        return [{ provider, capability: operation, topic, isBuilt: true }]
      }
    }
    const { assets } = operation
    const polled =
      operation.via === 'stream' && operation.orPollMs !== undefined
        ? [{ assets, via: 'poll', everyMs: operation.orPollMs } as const]
        : []
    return [operation, ...polled].map((capability) => ({ provider, capability, topic: topicOf(channel) }))
  })
  if (routes.length === 0) throw refusals.error()
  return { read, routes }
}

/** Ends a subscription with its caller's signal and its client. */
export function bindEnd<item>(
  { closed }: Setup,
  subscription: LiveSubscription<item>,
  signal: AbortSignal | undefined,
): void {
  for (const one of [signal, closed]) {
    if (!one) continue
    const fail = () => subscription.fail(abortReason(one))
    if (one.aborted) {
      // After its caller has had the time to listen.
      queueMicrotask(fail)
      return
    }
    const end = one === closed ? () => subscription.close() : fail
    manyListeners(one).addEventListener('abort', end, { once: true })
    subscription.onEnd(() => one.removeEventListener('abort', end))
  }
}

/** Loads the engine behind live feeds and hands a subscription to it. */
export function startLater<item>(
  subscription: LiveSubscription<item>,
  load: () => Promise<() => void>,
): void {
  loadPart(load).then(
    (start) => subscription.ended || start(),
    (error) => subscription.fail(error),
  )
}

/**
 * Refuses an empty list of symbols.
 *
 * @throws {BadRequestError} it is empty
 */
export function assertSymbols(symbols: readonly unknown[]): void {
  if (symbols.length > 0) return
  throw new BadRequestError('"symbols" is empty. Give at least one.', { parameter: 'symbols' })
}
