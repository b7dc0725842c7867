import type { Clock, Logger } from '@starkmatter/core'
import { answerOf, type RedisClient } from '../redis/redis-client.ts'
import { type BusMessage, compareCursors } from './bus.ts'
import { toMessages, toStreams } from './redis-entries.ts'

export type RedisReaderOptions = {
  /** For reading alone: it waits inside Redis most of the time. */
  redis: RedisClient
  /** A stream of this reader's own: a message on it ends the waiting. */
  wakeStream: string
  /** Sends that message. */
  wake(): Promise<unknown>
  clock: Clock
  logger: Logger | undefined
  onMessage(stream: string, message: BusMessage): void
  /** The place of the oldest message that a stream keeps. */
  oldestOf(stream: string): Promise<string | undefined>
}

/** How long one question waits inside Redis for something to happen. */
const blockMs = 2_000
/** Messages of one stream in one answer. */
const pageSize = 256
const retryMs = 100

/**
 * Follows any number of streams over one connection, each from its place on. A place moves only with what was read, so that
 * after a lost connection reading goes on where it ended.
 */
export class RedisReader {
  readonly #options: RedisReaderOptions
  readonly #places = new Map<string, string>()
  /** Streams of which the next message follows a loss. */
  readonly #lost = new Set<string>()
  #wakePlace = '0-0'
  #isWaking = false
  #isAsking = false
  #closed = false
  /** Ends a pause between two questions. */
  #goOn = () => {}

  constructor(options: RedisReaderOptions) {
    this.#options = options
    void this.#run()
  }

  /** Follows a stream after a place; one that is followed already stays at its own. */
  follow(stream: string, after: string): void {
    if (this.#places.has(stream)) return
    this.#places.set(stream, after)
    this.#wake()
  }

  leave(stream: string): void {
    this.#places.delete(stream)
    this.#lost.delete(stream)
  }

  close(): void {
    this.#closed = true
    this.#goOn()
  }

  /** Streams that are added at once are asked for together. */
  #wake(): void {
    this.#goOn()
    if (this.#isWaking || !this.#isAsking) return
    this.#isWaking = true
    this.#options
      .wake()
      // Where it fails, the connection is lost or the question ends by itself.
      .catch(() => {})
      .finally(() => {
        this.#isWaking = false
      })
  }

  async #run(): Promise<void> {
    let isBehind = false
    while (!this.#closed) {
      if (this.#places.size === 0) {
        await this.#pause(undefined)
        continue
      }
      try {
        if (isBehind) await this.#findLosses()
        isBehind = await this.#ask()
      } catch (error) {
        if (this.#closed) return
        isBehind = true
        this.#options.logger?.debug('The bus cannot be read', { reason: String(error) })
        await this.#pause(retryMs)
      }
    }
  }

  /** True where there may be more than was answered. */
  async #ask(): Promise<boolean> {
    const streams = [...this.#places.keys()]
    const places = [...this.#places.values()]
    const { redis, wakeStream, onMessage } = this.#options
    this.#isAsking = true
    const asked = ['COUNT', pageSize, 'BLOCK', blockMs, 'STREAMS', wakeStream, ...streams]
    const reply = await answerOf(redis.call('XREAD', ...asked, this.#wakePlace, ...places)).finally(() => {
      this.#isAsking = false
    })
    let isBehind = false
    for (const [stream, entries] of toStreams(reply)) {
      const messages = toMessages(entries)
      isBehind ||= messages.length === pageSize
      for (const message of messages) {
        if (stream === wakeStream) this.#wakePlace = message.cursor
        // One that was left while it was read is not told.
        else if (this.#places.has(stream)) {
          this.#places.set(stream, message.cursor)
          onMessage(stream, this.#markLoss(stream, message))
        }
      }
    }
    return isBehind
  }

  /** Where Redis no longer keeps what follows a place, the next message says that others before it are lost. */
  async #findLosses(): Promise<void> {
    const found = await Promise.all(
      [...this.#places].map(async ([stream, place]) => ({
        stream,
        place,
        oldest: await this.#options.oldestOf(stream),
      })),
    )
    for (const { stream, place, oldest } of found) {
      if (oldest !== undefined && compareCursors(oldest, place) > 0) this.#lost.add(stream)
    }
  }

  #markLoss(stream: string, message: BusMessage): BusMessage {
    return this.#lost.delete(stream) ? { ...message, afterLoss: true } : message
  }

  #pause(delayMs: number | undefined): Promise<void> {
    if (this.#closed) return Promise.resolve()
    return new Promise((resolve) => {
      const cancel =
        delayMs === undefined ? () => {} : this.#options.clock.schedule(delayMs, () => this.#goOn())
      this.#goOn = () => {
        this.#goOn = () => {}
        cancel()
        resolve()
      }
    })
  }
}
