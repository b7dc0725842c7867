import {
  type Clock,
  type Logger,
  parseInstrument,
  type StarkMatterError,
  type StreamStatus,
} from '@starkmatter/core'
import { findImported } from '../bars/imported-bars.ts'
import type { BarsContext } from '../bars/read-bars.ts'
import type { Bus } from '../bus/bus.ts'
import { actionOf } from '../gateway/client.ts'
import { toErrorAnswer } from '../gateway/errors.ts'
import type { Services } from '../gateway/services.ts'
import { importedQuote } from '../quotes/read-quotes.ts'
import type { ServerMessage, Topic, TopicBody } from './protocol.ts'

/** What a listener hears of a topic beside its messages on the bus. */
export type Notice = Extract<ServerMessage, { type: 'status' | 'error' }>

export type HubOptions = {
  services: Services
  bus: Bus
  lingerMs: number
  clock: Clock
  logger: Logger | undefined
}

/** Watches each topic once, however many listen to it, and publishes what it hears on the bus. */
export interface Hub {
  /** Joins a topic; the answer leaves it. The last status is told at once, where there is one. */
  listen(topic: Topic, listener: (notice: Notice) => void): () => void
  /** Topics that are being watched now. */
  readonly size: number
  close(): void
}

type Feed = {
  listeners: Set<(notice: Notice) => void>
  lastStatus: Notice | undefined
  stop(): void
  cancelEnd(): void
}

export function createHub({ services, bus, lingerMs, clock, logger }: HubOptions): Hub {
  const feeds = new Map<string, Feed>()

  function start(topic: Topic): Feed {
    const feed: Feed = { listeners: new Set(), lastStatus: undefined, stop: () => {}, cancelEnd: () => {} }
    const tell = (notice: Notice) => {
      if (notice.type === 'status') feed.lastStatus = notice
      for (const listener of feed.listeners) listener(notice)
    }
    let isStopped = false
    feed.stop = () => {
      isStopped = true
    }
    const end = (error: unknown) => {
      if (isStopped) return
      // Forgotten, so that the next one who asks makes a new attempt.
      feeds.delete(topic.id)
      feed.stop()
      tell({ type: 'error', topic: topic.id, error: toErrorAnswer(error).body.error })
      logger?.debug('A live feed ended', { topic: topic.id, reason: String(error) })
    }
    const publish = (body: TopicBody) => void bus.publish(topic.id, JSON.stringify(body)).catch(end)
    services
      .ready()
      .then((context) => (isStopped ? undefined : watch(context, topic, { tell, publish, end })))
      .then((stop) => {
        if (!stop) return
        if (isStopped) stop()
        else {
          feed.stop = () => {
            isStopped = true
            stop()
          }
        }
      })
      .catch(end)
    return feed
  }

  return {
    get size() {
      return feeds.size
    },
    listen(topic, listener) {
      const feed = feeds.get(topic.id) ?? start(topic)
      feeds.set(topic.id, feed)
      feed.cancelEnd()
      feed.listeners.add(listener)
      if (feed.lastStatus) listener(feed.lastStatus)
      return () => {
        feed.listeners.delete(listener)
        if (feed.listeners.size > 0 || feeds.get(topic.id) !== feed) return
        feed.cancelEnd = clock.schedule(lingerMs, () => {
          feeds.delete(topic.id)
          feed.stop()
          void bus.forget(topic.id)
        })
      }
    },
    close() {
      for (const feed of feeds.values()) {
        feed.cancelEnd()
        feed.stop()
      }
      feeds.clear()
    },
  }
}

type Outlet = {
  tell(notice: Notice): void
  publish(body: TopicBody): void
  end(error: StarkMatterError): void
}

/** Opens the one upstream of a topic. Imported instruments have none: their data stand still. */
async function watch(context: BarsContext, topic: Topic, outlet: Outlet): Promise<() => void> {
  const { client, store, clock } = context
  const instrument = parseInstrument(topic.symbol)
  const [imported] = await findImported(store, instrument)
  if (imported) {
    const status = {
      state: 'closed',
      provider: imported.provider,
      simulated: false,
      delayedMs: null,
    } as const
    outlet.tell({ type: 'status', topic: topic.id, ...status, reason: 'Imported data do not move.' })
    const quote = topic.channel === 'quotes' && (await importedQuote(store, instrument, clock))
    if (quote) outlet.publish({ type: 'quote', quote: { ...quote, instrument: quote.instrument.id } })
    return () => {}
  }

  const tellStatus = ({ state, provider, simulated, delayedMs, error }: StreamStatus) => {
    // Before a provider is chosen there is nothing to say, least of all that the data are real.
    if (provider === null) return
    const reason = error && { reason: error.message }
    outlet.tell({ type: 'status', topic: topic.id, state, provider, simulated, delayedMs, ...reason })
  }
  if (topic.channel === 'bars') {
    const { symbol, interval } = topic
    const subscription = actionOf(client, 'watchBars')({ symbol, interval })
    subscription.on('data', ({ instrument: _instrument, ...bar }) => outlet.publish({ type: 'bar', bar }))
    subscription.on('status', tellStatus)
    subscription.on('gap', (gap) => outlet.publish({ type: 'gap', ...gap }))
    subscription.on('error', outlet.end)
    tellStatus(subscription.status)
    return () => subscription.close()
  }
  const subscription = actionOf(client, 'watchQuotes')({ symbols: [topic.symbol] })
  subscription.on('data', (quote) =>
    outlet.publish({ type: 'quote', quote: { ...quote, instrument: quote.instrument.id } }),
  )
  subscription.on('status', tellStatus)
  subscription.on('gap', (gap) => outlet.publish({ type: 'gap', ...gap }))
  subscription.on('error', outlet.end)
  tellStatus(subscription.status)
  return () => subscription.close()
}
