import type { StarkMatterError } from '../errors/index.ts'
import type { StreamEvent, StreamTopic } from '../provider/index.ts'
import type { ConnectionState } from './subscription.ts'

/** Hears one topic of a feed. */
export type TopicListener = {
  /** @param arrivedAt - When its frame came, ms UTC, where that is known. */
  event(event: StreamEvent, arrivedAt?: number): void
  /** How the feed stands; told at once on joining, then at every change. */
  state(state: ConnectionState, error?: StarkMatterError): void
  /** This topic will not come from this feed. Nothing is told afterwards. */
  failed(error: StarkMatterError): void
}

/** The list is replaced when somebody joins or leaves, never changed: who is told something is told it undisturbed. */
type Entry = { topic: StreamTopic; listeners: readonly TopicListener[] }

/** One upstream of a provider, shared by everybody who listens to it. */
export abstract class Feed {
  readonly #entries = new Map<string, Entry>()
  #state: ConnectionState = 'connecting'
  #error: StarkMatterError | undefined

  /** Joins a topic; the answer leaves it. The topic is asked for once, however many join. */
  listen(topic: StreamTopic, listener: TopicListener): () => void {
    const entry: Entry = this.#entries.get(topic.key) ?? { topic, listeners: [] }
    entry.listeners = [...entry.listeners, listener]
    const isFirst = !this.#entries.has(topic.key)
    this.#entries.set(topic.key, entry)
    listener.state(this.#state, this.#error)
    if (isFirst) this.added(topic)
    return () => {
      if (!entry.listeners.includes(listener)) return
      entry.listeners = entry.listeners.filter((one) => one !== listener)
      if (entry.listeners.length > 0) return
      if (this.#entries.get(topic.key) !== entry) return
      this.#entries.delete(topic.key)
      this.removed(topic)
    }
  }

  /** How many topics it carries. */
  get size(): number {
    return this.#entries.size
  }

  has(key: string): boolean {
    return this.#entries.has(key)
  }

  /** Ends the upstream. Listeners hear nothing more; who joins later opens it again. */
  abstract close(): void

  protected abstract added(topic: StreamTopic): void
  /** @param isForgotten - The upstream has dropped the topic already. */
  protected abstract removed(topic: StreamTopic, isForgotten?: boolean): void

  protected get topics(): readonly StreamTopic[] {
    return Array.from(this.#entries.values(), ({ topic }) => topic)
  }

  protected topicOf(key: string): StreamTopic | undefined {
    return this.#entries.get(key)?.topic
  }

  protected dispatch(event: StreamEvent, arrivedAt?: number): void {
    if (event.type === 'error') {
      const { topic, error } = event
      // An error that may pass is told as a state; the data go on.
      if (!error.retryable) this.fail(error, topic, true)
      else if (topic === undefined) this.tell(this.#state, error)
      else this.tellTopic(topic, this.#state, error)
      return
    }
    const listeners = this.#entries.get(event.topic)?.listeners
    if (listeners) for (const listener of listeners) listener.event(event, arrivedAt)
  }

  /** Tells how one topic stands, where that is not as the feed does. */
  protected tellTopic(key: string, state: ConnectionState, error?: StarkMatterError): void {
    for (const listener of this.#entries.get(key)?.listeners ?? []) listener.state(state, error)
  }

  protected tell(state: ConnectionState, error?: StarkMatterError): void {
    this.#state = state
    this.#error = error
    for (const { listeners } of [...this.#entries.values()]) {
      for (const listener of listeners) listener.state(state, error)
    }
  }

  /** How the upstream stood is of no interest to who opens it again. */
  protected rest(): void {
    this.#state = 'connecting'
    this.#error = undefined
  }

  /** Gives up one topic, or all of them. */
  protected fail(error: StarkMatterError, key?: string, isForgotten = false): void {
    const entries = key === undefined ? [...this.#entries.values()] : [this.#entries.get(key)]
    for (const entry of entries) {
      if (!entry) continue
      this.#entries.delete(entry.topic.key)
      for (const listener of entry.listeners) listener.failed(error)
      this.removed(entry.topic, isForgotten)
    }
  }
}
