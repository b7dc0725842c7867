import { type Clock, type Logger, systemClock } from '@starkmatter/core'
import { answerOf, type RedisClient } from '../redis/redis-client.ts'
import { type Bus, type BusMessage, compareCursors, isCursor } from './bus.ts'
import { toMessages } from './redis-entries.ts'
import { RedisReader } from './redis-reader.ts'
import { claimScript, publishScript, readScript } from './redis-scripts.ts'

export type RedisBusOptions = {
  /** Best made with `{ enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 5000 }`: a message must not wait for a lost server. */
  redis: RedisClient
  /** Gateways of one prefix share their topics. @default 'starkmatter' */
  prefix?: string | undefined
  /** Messages kept per topic, at least. @default 1024 */
  keep?: number | undefined
  /** How long a topic is kept after its last message, reader and listener. @default 600000 */
  keepMs?: number | undefined
  /** @default the machine's clock */
  clock?: Clock | undefined
  /** @default silent */
  logger?: Logger | undefined
}

type Topic = { listeners: Set<(message: BusMessage) => void>; isPlaced: boolean }

const retryMs = 250
const largestPage = 256

/**
 * A bus over Redis Streams (Redis 7): each topic is a stream with its own past. All topics of a process are read over one
 * connection, which goes on where it was when it is lost.
 *
 * @example
 * const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 5_000 })
 * const bus = redisBus({ redis })
 */
export function redisBus(options: RedisBusOptions): Bus {
  return new StreamsBus(options)
}

class StreamsBus implements Bus {
  readonly #redis: RedisClient
  readonly #reading: RedisClient
  readonly #reader: RedisReader
  readonly #clock: Clock
  readonly #prefix: string
  readonly #keep: number
  readonly #keepMs: number
  readonly #topics = new Map<string, Topic>()
  #cancelTouch = () => {}
  #closed = false

  constructor({
    redis,
    prefix = 'starkmatter',
    keep = 1024,
    keepMs = 600_000,
    clock = systemClock,
    logger,
  }: RedisBusOptions) {
    this.#redis = redis
    this.#clock = clock
    // The braces keep all keys on one node of a cluster.
    this.#prefix = `{${prefix}:bus}:`
    this.#keep = keep
    this.#keepMs = keepMs
    // A server that does not answer at all is noticed by this: its questions end earlier by themselves.
    this.#reading = redis.duplicate({ socketTimeout: 5_000 })
    this.#reading.on('error', (error) => logger?.debug('Redis is lost', { reason: error.message }))
    const wakeStream = `${this.#prefix}wake:${globalThis.crypto.randomUUID()}`
    this.#reader = new RedisReader({
      redis: this.#reading,
      wakeStream,
      wake: async () => {
        await redis.call('XADD', wakeStream, 'MAXLEN', 1, '*', 'b', '')
        await redis.call('PEXPIRE', wakeStream, 60_000)
      },
      clock,
      logger,
      onMessage: (stream, message) => {
        const listeners = this.#topics.get(stream.slice(this.#prefix.length))?.listeners ?? []
        for (const listener of listeners) listener(message)
      },
      pageSize: Math.min(largestPage, keep),
      wholeFrom: async (stream) => {
        const { start, oldest } = await this.#past(stream.slice(this.#prefix.length), '')
        return oldest || start
      },
    })
    this.#touchAll()
  }

  get trouble(): string | undefined {
    const isReady = this.#redis.status === 'ready' && this.#reading.status !== 'reconnecting'
    return isReady ? undefined : 'Redis cannot be reached: live data wait until it is back.'
  }

  async publish(topic: string, body: string, token?: number | undefined): Promise<string | undefined> {
    const place = await this.#run(publishScript, topic, token ?? '', this.#keepMs, this.#keep, body)
    return typeof place === 'string' ? place : undefined
  }

  async claim(topic: string, token: number): Promise<boolean> {
    return (await this.#run(claimScript, topic, token, this.#keepMs)) === 1
  }

  async read(topic: string, after: string | undefined) {
    const isPlace = after !== undefined && isCursor(after)
    const past = await this.#past(topic, after === undefined ? '' : isPlace ? `(${after}` : '-')
    const { start, oldest, cursor } = past
    let { messages } = past
    if (this.#topics.has(topic)) this.#place(topic, cursor)
    if (after === undefined) return { messages, complete: true, cursor }
    const isFuture = isPlace && compareCursors(after, cursor) > 0
    if (isFuture) messages = (await this.#past(topic, '-')).messages
    const isKept = isPlace && !isFuture && compareCursors(after, oldest || start) >= 0
    return { messages, complete: isKept, cursor }
  }

  subscribe(name: string, listener: (message: BusMessage) => void): () => void {
    const topic = this.#topics.get(name) ?? { listeners: new Set(), isPlaced: false }
    if (!this.#topics.has(name)) {
      this.#topics.set(name, topic)
      void this.#findPlace(name, topic)
    }
    topic.listeners.add(listener)
    return () => {
      topic.listeners.delete(listener)
      if (topic.listeners.size > 0 || this.#topics.get(name) !== topic) return
      this.#topics.delete(name)
      this.#reader.leave(this.#prefix + name)
    }
  }

  /** Others may need it: it goes by itself some time after the last of them. */
  async forget(): Promise<void> {}

  async close(): Promise<void> {
    this.#closed = true
    this.#cancelTouch()
    this.#topics.clear()
    this.#reader.close()
    this.#reading.disconnect()
  }

  async #past(topic: string, from: string) {
    const answer = await this.#run(readScript, topic, from, this.#keepMs, 2 * this.#keep)
    const [start, oldest, cursor, entries]: unknown[] = Array.isArray(answer) ? answer : []
    return {
      start: String(start),
      oldest: String(oldest),
      cursor: String(cursor),
      messages: toMessages(entries),
    }
  }

  /** "From now on" is a place, too: the first that is heard of after somebody subscribed. */
  async #findPlace(name: string, topic: Topic): Promise<void> {
    while (!this.#closed && this.#topics.get(name) === topic && !topic.isPlaced) {
      try {
        this.#place(name, (await this.#past(name, '')).cursor)
      } catch {
        await new Promise<void>((resolve) => void this.#clock.schedule(retryMs, resolve))
      }
    }
  }

  #place(name: string, cursor: string): void {
    const topic = this.#topics.get(name)
    if (!topic || topic.isPlaced) return
    topic.isPlaced = true
    this.#reader.follow(this.#prefix + name, cursor)
  }

  /** What somebody listens to stays, even where nothing happens. */
  #touchAll(): void {
    this.#cancelTouch = this.#clock.schedule(this.#keepMs / 3, () => {
      for (const name of this.#topics.keys()) {
        for (const key of this.#keysOf(name)) this.#redis.call('PEXPIRE', key, this.#keepMs).catch(() => {})
      }
      this.#touchAll()
    })
  }

  #keysOf(topic: string): [stream: string, facts: string] {
    return [this.#prefix + topic, `${this.#prefix}facts:${topic}`]
  }

  #run(script: string, topic: string, ...values: (string | number)[]): Promise<unknown> {
    return answerOf(this.#redis.eval(script, 2, ...this.#keysOf(topic), ...values))
  }
}
