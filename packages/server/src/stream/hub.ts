import { Feed, type FeedOptions } from './feed.ts'
import type { Notice } from './notices.ts'
import type { Topic } from './protocol.ts'

export type HubOptions = FeedOptions & { lingerMs: number }

/** Watches each topic once, however many listen to it, here and on other gateways, and publishes what it hears on the bus. */
export interface Hub {
  /** Joins a topic; the answer leaves it. The last status is told at once, where there is one. */
  listen(topic: Topic, listener: (notice: Notice) => void): () => void
  /** Topics that this gateway watches upstream now. */
  readonly size: number
  /** Leaves all topics to the other gateways. */
  close(): Promise<void>
}

export function createHub({ lingerMs, ...options }: HubOptions): Hub {
  const { clock } = options
  const feeds = new Map<string, { feed: Feed; cancelEnd(): void }>()

  // Forgotten, so that the next one who asks makes a new attempt.
  const drop = (feed: Feed) => {
    const entry = feeds.get(feed.topic.id)
    if (entry?.feed !== feed) return
    entry.cancelEnd()
    feeds.delete(feed.topic.id)
  }

  return {
    get size() {
      return [...feeds.values()].filter(({ feed }) => feed.isWatching).length
    },
    listen(topic, listener) {
      const entry = feeds.get(topic.id) ?? { feed: new Feed(topic, options, drop), cancelEnd: () => {} }
      const { feed } = entry
      feeds.set(topic.id, entry)
      entry.cancelEnd()
      feed.listen(listener)
      return () => {
        feed.listeners.delete(listener)
        if (feed.listeners.size > 0 || feeds.get(topic.id) !== entry) return
        entry.cancelEnd = clock.schedule(lingerMs, () => {
          drop(feed)
          void feed.stop()
        })
      }
    },
    async close() {
      const open = [...feeds.values()].map(({ feed }) => feed)
      for (const feed of open) drop(feed)
      await Promise.all(open.map((feed) => feed.stop()))
    },
  }
}
