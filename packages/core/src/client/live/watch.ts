import {
  type InstrumentInput,
  type Interval,
  type ReadInstrument,
  readInstrument,
} from '../../market/index.ts'
import type { Provider, StreamChannel, StreamTopic, WatchCapability } from '../../provider/index.ts'
import type { WatchOptions } from '../options.ts'
import { Refusals, routesTo, symbolFor } from '../route.ts'
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
  const read = readInstrument(input)
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
