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
  /** Messages of one stream in one answer: no more than each keeps. */
  pageSize: number
  /** The place from which on a stream has everything. */
  wholeFrom(stream: string): Promise<string>
}

/** How long one question waits inside Redis for something to happen. */
const blockMs = 2_000
const retryMs = 100

/**
 * Follows any number of streams over one connection, each from its place on. A place moves only with what was read, so that
 * after a lost connection reading goes on where it ended.
 */
export class RedisReader {
  readonly #options: RedisReaderOptions
  readonly #places = new Map<string, string>()
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
    let wasLost = false
    while (!this.#closed) {
      if (this.#places.size === 0) {
        await this.#pause(undefined)
        continue
      }
      try {
        await this.#ask(wasLost)
        wasLost = false
      } catch (error) {
        if (this.#closed) return
        wasLost = true
        this.#options.logger?.debug('The bus cannot be read', { reason: String(error) })
        await this.#pause(retryMs)
      }
    }
  }

  /** @param wasLost - The connection was: more may have been said meanwhile than the streams keep. */
  async #ask(wasLost: boolean): Promise<void> {
    const streams = [...this.#places.keys()]
    const places = [...this.#places.values()]
    const { redis, wakeStream, pageSize } = this.#options
    this.#isAsking = true
    const asked = ['COUNT', pageSize, 'BLOCK', blockMs, 'STREAMS', wakeStream, ...streams]
    const reply = await answerOf(redis.call('XREAD', ...asked, this.#wakePlace, ...places)).finally(() => {
      this.#isAsking = false
    })
    const pages = toStreams(reply).map(([stream, entries]) => ({ stream, messages: toMessages(entries) }))
    // Looked up after the answer: what a stream has now from a place on, it had then.
    const lost = await Promise.all(
      pages.map(({ stream, messages }) => (wasLost || messages.length === pageSize) && this.#hasLost(stream)),
    )
    for (const [n, { stream, messages }] of pages.entries()) this.#tell(stream, messages, lost[n] === true)
  }

  /** Whether Redis may no longer keep something that follows the place of a stream. */
  async #hasLost(stream: string): Promise<boolean> {
    const place = this.#places.get(stream)
    return place !== undefined && compareCursors(place, await this.#options.wholeFrom(stream)) < 0
  }

  #tell(stream: string, messages: readonly BusMessage[], afterLoss: boolean): void {
    const { wakeStream, onMessage } = this.#options
    for (const [n, message] of messages.entries()) {
      if (stream === wakeStream) {
        this.#wakePlace = message.cursor
        continue
      }
      // It may have been left while it was read, and followed again from a later place.
      const place = this.#places.get(stream)
      if (place === undefined || compareCursors(message.cursor, place) <= 0) continue
      this.#places.set(stream, message.cursor)
      onMessage(stream, afterLoss && n === 0 ? { ...message, afterLoss } : message)
    }
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
