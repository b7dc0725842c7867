import { UnsupportedError } from '../../errors/index.ts'
import type { Provider, StreamChannel, WatchCapability } from '../../provider/index.ts'
import type { Feed } from '../../stream/feed.ts'
import { type Socket, SocketFeed } from '../../stream/socket-feed.ts'
import { TimerFeed } from '../../stream/timer-feed.ts'
import type { Engine } from '../engine.ts'
import { PollFeed } from './poll-feed.ts'
import type { WatchRoute } from './watch.ts'

const feedsByEngine = new WeakMap<Engine, Feeds>()

/** The upstream that carries a channel of a provider: one for all who listen in a client. */
export function feedOf(engine: Engine, route: WatchRoute): Feed {
  const feeds = feedsByEngine.get(engine) ?? new Feeds(engine)
  feedsByEngine.set(engine, feeds)
  return feeds.of(route)
}

/** The upstreams of one client. */
class Feeds {
  readonly #engine: Engine
  readonly #feeds = new Map<string, Feed>()

  constructor(engine: Engine) {
    this.#engine = engine
    engine.closed.addEventListener('abort', () => {
      for (const feed of this.#feeds.values()) feed.close()
    })
  }

  of({ provider, topic: { channel }, capability }: WatchRoute): Feed {
    const key = capability.via === 'stream' ? provider.id : `${provider.id} ${channel}`
    const feed = this.#feeds.get(key) ?? this.#open(provider, channel, capability)
    this.#feeds.set(key, feed)
    return feed
  }

  #open(provider: Provider, channel: StreamChannel, capability: WatchCapability): Feed {
    const { clock, random, WebSocket } = this.#engine
    if (capability.via === 'poll') return new PollFeed(this.#engine, provider, channel, capability.everyMs)
    const { stream, id } = provider
    if (!stream) throw new UnsupportedError(`${id} has no stream.`, { provider: id })
    if (stream.kind === 'timer') return new TimerFeed(stream, clock)
    const openSocket = async (url: string): Promise<Socket> => {
      const Constructor = WebSocket ?? (await import('isomorphic-ws')).default
      return new Constructor(url)
    }
    return new SocketFeed(stream, { provider: id, clock, random, openSocket })
  }
}
