import { UnsupportedError } from '../errors/index.ts'
import type { SocketStream, StreamTopic } from '../provider/index.ts'
import type { TopicListener } from './feed.ts'
import { SocketFeed, type SocketFeedOptions } from './socket-feed.ts'

/** The connections of a provider to one address: more than one where each may carry only so many topics. */
export class SocketPool {
  readonly #stream: SocketStream
  readonly #options: SocketFeedOptions
  readonly #feeds: SocketFeed[] = []

  constructor(stream: SocketStream, options: SocketFeedOptions) {
    this.#stream = stream
    this.#options = options
  }

  /** Joins a topic; the answer leaves it. Where the venue's limits leave no room, the listener hears UNSUPPORTED. */
  listen(topic: StreamTopic, listener: TopicListener): () => void {
    const feed = this.#feedFor(topic)
    if (feed) return feed.listen(topic, listener)
    const { provider } = this.#options
    const reason = `${provider} carries no more than ${this.#feeds.length * this.#room} live topics at once. Close some.`
    listener.failed(new UnsupportedError(reason, { provider }))
    return () => {}
  }

  close(): void {
    for (const feed of this.#feeds) feed.close()
  }

  get #room(): number {
    return this.#stream.limits?.topicsPerConnection ?? Number.POSITIVE_INFINITY
  }

  #feedFor({ key }: StreamTopic): SocketFeed | undefined {
    const { connections = Number.POSITIVE_INFINITY } = this.#stream.limits ?? {}
    const present =
      this.#feeds.find((feed) => feed.has(key)) ?? this.#feeds.find((feed) => feed.size < this.#room)
    if (present || this.#feeds.length >= connections) return present
    const feed = new SocketFeed(this.#stream, this.#options)
    this.#feeds.push(feed)
    return feed
  }
}
