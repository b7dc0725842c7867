import { StarkMatterError, type StreamStatus, type Subscription } from '@starkmatter/core'
import type { Frame } from './frame.ts'
import { TickStore } from './tick-store.ts'

/** What readers of a live feed see. */
export type FeedState<value> = {
  value: value | undefined
  status: StreamStatus | null
  /** Why the feed ended for good. */
  error: StarkMatterError | null
}

/** A live source that folds its items into one value. */
export type FeedSource<item, value> = {
  open(): Subscription<item>
  fold(previous: value | undefined, item: item): value
}

/** One feed of a pool, in the shape that `useSyncExternalStore` reads. */
export type Feed<value> = {
  subscribe(listener: () => void): () => void
  get(): FeedState<value>
}

type Entry<item> = {
  readers: number
  /** Absent where it could not be opened. */
  subscription: Subscription<item> | undefined
  closing?: ReturnType<typeof setTimeout> | undefined
}

// A component that leaves and comes back at once (a route change, StrictMode) keeps its feed.
const lingerMs = 300

export const idle: FeedState<never> = { value: undefined, status: null, error: null }

/** Live feeds by key: opened for the first reader, shared by all, closed after the last. */
export class FeedPool<item, value> {
  readonly #store: TickStore<FeedState<value>>
  readonly #entries = new Map<string, Entry<item>>()

  readonly #onStatus: () => void

  /** @param onStatus - Called when a feed of the pool opens, closes or changes its status. */
  constructor(frame: Frame, onStatus: () => void) {
    this.#store = new TickStore(frame)
    this.#onStatus = onStatus
  }

  /** Readers of the same key share what the first of them opened. */
  feed(key: string, source: FeedSource<item, value>): Feed<value> {
    return {
      get: () => this.#store.get(key) ?? idle,
      subscribe: (listener) => this.#subscribe(key, source, listener),
    }
  }

  /** How every open feed stands. */
  statuses(): readonly StreamStatus[] {
    return [...this.#entries.values()].flatMap(({ subscription }) => subscription?.status ?? [])
  }

  #subscribe(key: string, source: FeedSource<item, value>, listener: () => void): () => void {
    const entry = this.#entries.get(key) ?? this.#open(key, source)
    clearTimeout(entry.closing)
    entry.readers++
    const unsubscribe = this.#store.subscribe(key, listener)
    return () => {
      unsubscribe()
      entry.readers--
      if (entry.readers === 0) entry.closing = setTimeout(() => this.#close(key, entry), lingerMs)
    }
  }

  #open(key: string, source: FeedSource<item, value>): Entry<item> {
    const entry: Entry<item> = { readers: 0, subscription: undefined }
    const change = (part: Partial<FeedState<value>>) => {
      // What a closed feed still says on its way out is nobody's business.
      if (this.#entries.get(key) !== entry) return
      this.#store.set(key, { ...(this.#store.latest(key) ?? idle), ...part })
    }
    this.#entries.set(key, entry)
    const subscription = openOrFail(source, (error) => change({ error }))
    if (!subscription) return entry
    entry.subscription = subscription
    change({ status: subscription.status })
    subscription.on('data', (item) => {
      const value = source.fold(this.#store.latest(key)?.value, item)
      // No event tells that something has arrived, but the status does.
      change({ value, status: subscription.status })
    })
    subscription.on('status', (status) => {
      change({ status })
      this.#onStatus()
    })
    subscription.on('error', (error) => change({ error }))
    this.#onStatus()
    return entry
  }

  #close(key: string, entry: Entry<item>): void {
    this.#entries.delete(key)
    this.#store.delete(key)
    entry.subscription?.close()
    this.#onStatus()
  }
}

/** A feed that no provider can give is a state to show, not a crash of the page. */
function openOrFail<item, value>(
  source: FeedSource<item, value>,
  onError: (error: StarkMatterError) => void,
): Subscription<item> | undefined {
  try {
    return source.open()
  } catch (error) {
    if (!StarkMatterError.is(error)) throw error
    onError(error)
    return undefined
  }
}
