import { UnsupportedError } from '../../errors/index.ts'
import type { Provider, SocketStream } from '../../provider/index.ts'
import type { Feed } from '../../stream/feed.ts'
import type { Socket } from '../../stream/socket-feed.ts'
import { SocketPool } from '../../stream/socket-pool.ts'
import { TimerFeed } from '../../stream/timer-feed.ts'
import type { Engine } from '../engine.ts'
import { bookSnapshot } from './book-snapshot.ts'
import { PollFeed } from './poll-feed.ts'
import type { WatchRoute } from './watch.ts'

export type Upstream = Pick<Feed, 'listen' | 'close'>

const feedsByEngine = new WeakMap<Engine, Feeds>()

/** The upstream that carries a channel of a provider: one for all who listen in a client. */
export function feedOf(engine: Engine, route: WatchRoute): Upstream {
  const feeds = feedsByEngine.get(engine) ?? new Feeds(engine)
  feedsByEngine.set(engine, feeds)
  return feeds.of(route)
}

/** The upstreams of one client. */
class Feeds {
  readonly #engine: Engine
  readonly #feeds = new Map<string, Upstream>()

  constructor(engine: Engine) {
    this.#engine = engine
    engine.closed.addEventListener('abort', () => {
      for (const feed of this.#feeds.values()) feed.close()
    })
  }

  of({ provider, topic, capability }: WatchRoute): Upstream {
    const { id, stream } = provider
    if (capability.via === 'poll') {
      const { channel } = topic
      const { everyMs } = capability
      return this.#keep(`${id} ${channel}`, () => new PollFeed(this.#engine, provider, channel, everyMs))
    }
    if (!stream) throw new UnsupportedError(`${id} has no stream.`, { provider: id })
    if (stream.kind === 'timer') return this.#keep(id, () => new TimerFeed(stream, this.#engine.clock))
    const url = typeof stream.url === 'string' ? stream.url : stream.url(topic)
    return this.#keep(`${id} ${url}`, () => this.#pool(provider, stream, url))
  }

  #keep(key: string, open: () => Upstream): Upstream {
    const feed = this.#feeds.get(key) ?? open()
    this.#feeds.set(key, feed)
    return feed
  }

  #pool(provider: Provider, stream: SocketStream, url: string): SocketPool {
    const { clock, random, secrets, WebSocket } = this.#engine
    return new SocketPool(stream, {
      provider: provider.id,
      url,
      clock,
      random,
      secrets,
      snapshot: (topic, depth) => bookSnapshot(this.#engine, provider, topic, depth),
      async openSocket(address): Promise<Socket> {
        const Constructor = WebSocket ?? (await import('isomorphic-ws')).default
        return new Constructor(address)
      },
    })
  }
}
