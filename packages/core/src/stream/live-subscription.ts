import type { StarkMatterError } from '../errors/index.ts'
import { GuardedEmitter } from './guarded-emitter.ts'
import type { StreamGap, StreamStatus, Subscription, SubscriptionEvents } from './subscription.ts'

export type SubscriptionOptions<item> = {
  bufferSize: number
  /** Of two waiting items with one key the newer replaces the older when the buffer is full. */
  keyOf(item: item): string
}

type Waiter<item> = { resolve(result: IteratorResult<item>): void; reject(error: StarkMatterError): void }

const connecting: StreamStatus = {
  state: 'connecting',
  provider: null,
  simulated: false,
  delayedMs: null,
  lastEventAt: null,
  conflated: 0,
}

/**
 * The consumer's end of a live feed. Items wait in a bounded buffer for an iterator; where only listeners are used,
 * nothing waits. Several iterators share what comes.
 */
export class LiveSubscription<item>
  extends GuardedEmitter<SubscriptionEvents<item>>
  implements Subscription<item>
{
  /** What to tell when a waiting item had to be given up altogether. */
  lossOf: ((item: item) => StreamGap) | undefined
  readonly #options: SubscriptionOptions<item>
  readonly #cleanups: (() => void)[] = []
  readonly #waiting: Waiter<item>[] = []
  #buffer: item[] = []
  #head = 0
  #iterators = 0
  #status = connecting
  #lastEventAt: number | null = null
  #failure: StarkMatterError | undefined

  constructor(options: SubscriptionOptions<item>) {
    super()
    this.#options = options
  }

  get status(): StreamStatus {
    // Made when it is asked for: there may be tens of thousands of items a second.
    if (this.#status.lastEventAt !== this.#lastEventAt) {
      this.#status = { ...this.#status, lastEventAt: this.#lastEventAt }
    }
    return this.#status
  }

  /** Already while its end is told, as whoever hears of it may close it. */
  get ended(): boolean {
    return this.#status.state === 'closed'
  }

  /** Runs when the subscription ends, or at once where it has. */
  onEnd(cleanup: () => void): void {
    if (this.ended) cleanup()
    else this.#cleanups.push(cleanup)
  }

  push(item: item, now: number): void {
    if (this.ended) return
    this.#lastEventAt = now
    if (this.#iterators > 0 || this.listenerCount('data') === 0) {
      const waiter = this.#waiting.shift()
      if (waiter) waiter.resolve({ done: false, value: item })
      else this.#enqueue(item)
    }
    // A listener that was told of a loss may have closed it.
    if (!this.ended) this.emit('data', item)
  }

  tell(changes: Partial<StreamStatus>): void {
    if (this.ended) return
    const { error: _previous, ...rest } = this.status
    const status = { ...rest, ...changes }
    this.#status = status
    this.emit('status', status)
  }

  /** Tells of a stretch that could not be had. */
  lose(gap: StreamGap): void {
    if (!this.ended) this.emit('gap', gap)
  }

  /** Ends the feed for good because of an error. */
  fail(error: StarkMatterError): void {
    if (this.ended) return
    this.#failure = error
    this.#end({ error })
    this.emit('error', error)
  }

  close(): void {
    if (this.ended) return
    this.#buffer = []
    this.#head = 0
    this.#end({})
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.close()
  }

  [Symbol.asyncIterator](): AsyncIterator<item> {
    this.#iterators++
    return {
      next: () => this.#next(),
      return: async () => {
        this.close()
        return { done: true, value: undefined }
      },
    }
  }

  #next(): Promise<IteratorResult<item>> {
    if (this.#head < this.#buffer.length) {
      const value = this.#buffer[this.#head++]
      if (this.#head > 256 && this.#head * 2 > this.#buffer.length) this.#buffer = this.#take()
      // Inside bounds; `undefined` is not an item of any feed.
      if (value !== undefined) return Promise.resolve({ done: false, value })
    }
    if (this.#failure) {
      const error = this.#failure
      this.#failure = undefined
      return Promise.reject(error)
    }
    if (this.ended) return Promise.resolve({ done: true, value: undefined })
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }))
  }

  #enqueue(item: item): void {
    if (this.#buffer.length - this.#head >= this.#options.bufferSize) this.#conflate()
    if (!this.ended) this.#buffer.push(item)
  }

  /** Makes room in one sweep, so that a slow consumer costs little: newest per key, then without the oldest quarter. */
  #conflate(): void {
    const { lossOf } = this
    const { keyOf, bufferSize } = this.#options
    const waiting = this.#take()
    const newest = new Map<string, item>()
    for (const item of waiting) {
      const key = keyOf(item)
      newest.delete(key)
      newest.set(key, item)
    }
    let kept = [...newest.values()]
    const room = Math.floor(bufferSize * 0.75)
    const lost = kept.slice(0, Math.max(0, kept.length - room))
    kept = kept.slice(lost.length)
    this.#buffer = kept
    this.tell({ conflated: this.#status.conflated + waiting.length - kept.length })
    if (lossOf) for (const item of lost) this.lose(lossOf(item))
  }

  #take(): item[] {
    const rest = this.#buffer.slice(this.#head)
    this.#head = 0
    return rest
  }

  #end(changes: Partial<StreamStatus>): void {
    this.tell({ state: 'closed', ...changes })
    for (const waiter of this.#waiting.splice(0)) {
      if (this.#failure) waiter.reject(this.#failure)
      else waiter.resolve({ done: true, value: undefined })
    }
    for (const cleanup of this.#cleanups.splice(0)) cleanup()
  }
}
