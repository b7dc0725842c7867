import { type Clock, systemClock } from '@starkmatter/core'
import { type Bus, type BusMessage, compareCursors, isCursor } from './bus.ts'

export type MemoryBusOptions = {
  /** Messages kept per topic. @default 1024 */
  keep?: number | undefined
  /** @default the machine's clock */
  clock?: Clock | undefined
}

type Topic = {
  messages: BusMessage[]
  listeners: Set<(message: BusMessage) => void>
  /** The place before the oldest message that is kept. */
  start: string
  lastMs: number
  lastSequence: number
  /** The newest token that was used. */
  token: number
}

/** A bus within one process. Its places are moments, so a cursor of an earlier process is known to be too old. */
export function createMemoryBus({ keep = 1024, clock = systemClock }: MemoryBusOptions = {}): Bus {
  const topics = new Map<string, Topic>()

  function topicOf(name: string): Topic {
    const existing = topics.get(name)
    if (existing) return existing
    const lastMs = clock.now()
    const topic: Topic = {
      messages: [],
      listeners: new Set(),
      start: `${lastMs}-0`,
      lastMs,
      lastSequence: 0,
      token: 0,
    }
    topics.set(name, topic)
    return topic
  }

  function claim(topic: Topic, token: number): boolean {
    if (token < topic.token) return false
    topic.token = token
    return true
  }

  return {
    trouble: undefined,

    async publish(name, body, token) {
      const topic = topicOf(name)
      if (token !== undefined && !claim(topic, token)) return undefined
      const now = clock.now()
      // A clock that was set back does not take the cursor back with it.
      if (now > topic.lastMs) {
        topic.lastMs = now
        topic.lastSequence = 0
      } else {
        topic.lastSequence++
      }
      const message = { cursor: `${topic.lastMs}-${topic.lastSequence}`, body }
      topic.messages.push(message)
      // Trimmed by halves: removing one by one from the front would move the whole array each time.
      if (topic.messages.length >= keep * 2) {
        const dropped = topic.messages.splice(0, topic.messages.length - keep)
        topic.start = dropped.at(-1)?.cursor ?? topic.start
      }
      for (const listener of topic.listeners) listener(message)
      return message.cursor
    },

    async claim(name, token) {
      return claim(topicOf(name), token)
    },

    async read(name, after) {
      const topic = topicOf(name)
      const cursor = topic.messages.at(-1)?.cursor ?? topic.start
      if (after === undefined) return { messages: topic.messages.slice(-1), complete: true, cursor }
      if (!isCursor(after) || compareCursors(after, cursor) > 0) {
        return { messages: topic.messages.slice(), complete: false, cursor }
      }
      const messages = topic.messages.filter((message) => compareCursors(message.cursor, after) > 0)
      return { messages, complete: compareCursors(after, topic.start) >= 0, cursor }
    },

    subscribe(name, listener) {
      const { listeners } = topicOf(name)
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },

    async forget(name) {
      if (topics.get(name)?.listeners.size === 0) topics.delete(name)
    },

    async close() {
      topics.clear()
    },
  }
}
