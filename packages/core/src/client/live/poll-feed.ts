import { StarkMatterError, UnknownSymbolError } from '../../errors/index.ts'
import type { Provider, StreamChannel, StreamTopic } from '../../provider/index.ts'
import { Feed } from '../../stream/feed.ts'
import { collectQuotes, quoteInMode } from '../collect-quotes.ts'
import type { Engine } from '../engine.ts'
import { barsSince } from './bars-since.ts'

/** Live data of a provider without a stream: it is asked again and again. One per channel. */
export class PollFeed extends Feed {
  readonly #engine: Engine
  readonly #provider: Provider
  readonly #channel: StreamChannel
  readonly #everyMs: number
  /** Open time of the newest bar told, by topic. */
  readonly #newest = new Map<string, number>()
  #cancel: (() => void) | undefined
  /** Ends what is being asked when the last listener leaves. */
  #asking = new AbortController()

  constructor(engine: Engine, provider: Provider, channel: StreamChannel, everyMs: number) {
    super()
    this.#engine = engine
    this.#provider = provider
    this.#channel = channel
    this.#everyMs = everyMs
  }

  close(): void {
    this.#cancel?.()
    this.#cancel = undefined
    this.#asking.abort()
    this.#asking = new AbortController()
    this.rest()
  }

  protected added(topic: StreamTopic): void {
    if (this.#cancel) void this.#ask([topic])
    else this.#wait(0)
  }

  protected removed(topic: StreamTopic): void {
    this.#newest.delete(topic.key)
    if (this.topics.length === 0) this.close()
  }

  #wait(delayMs: number): void {
    const cancel = this.#engine.clock.schedule(delayMs, async () => {
      const { topics } = this
      await (this.#channel === 'bars'
        ? Promise.all(topics.map((topic) => this.#ask([topic])))
        : this.#ask(topics))
      // It may have been closed meanwhile, and opened again.
      if (this.#cancel === cancel) this.#wait(this.#everyMs)
    })
    this.#cancel = cancel
  }

  /** Passing trouble is told and asking goes on; a refusal ends the topics. */
  async #ask(topics: readonly StreamTopic[]): Promise<void> {
    const { signal } = this.#asking
    try {
      await (this.#channel === 'bars'
        ? Promise.all(topics.map((topic) => this.#askBars(topic, signal)))
        : this.#askQuotes(topics, signal))
      if (!signal.aborted) this.tell('polling')
    } catch (error) {
      if (signal.aborted) return
      if (!StarkMatterError.is(error)) throw error
      const isPassing = error.retryable || error.code === 'NO_DATA' || error.code === 'QUOTA_EXHAUSTED'
      if (isPassing) this.tell('stale', error)
      else for (const { key } of topics) this.fail(error, key)
    }
  }

  async #askBars(topic: StreamTopic, signal: AbortSignal): Promise<void> {
    const { instrument, interval, key } = topic
    if (interval === undefined) return
    const since = this.#newest.get(key)
    for (const bar of await barsSince(
      this.#engine,
      this.#provider.id,
      { instrument, interval },
      since,
      signal,
    )) {
      // Who joins it later begins with the newest.
      if (!this.has(key)) return
      this.#newest.set(key, bar.time)
      this.dispatch({ type: 'bar', topic: key, bar })
    }
  }

  async #askQuotes(topics: readonly StreamTopic[], signal: AbortSignal): Promise<void> {
    const symbols = topics.map(({ instrument }) => instrument)
    const { id } = this.#provider
    const slots = await collectQuotes(this.#engine, { symbols, providers: [id], numeric: 'number', signal })
    for (const [index, { key }] of topics.entries()) {
      const slot = slots[index]
      if (slot?.quote) {
        const quote = quoteInMode<'number'>(slot.quote, 'number')
        this.dispatch({ type: 'quote', topic: key, quote })
      } else if (slot) this.fail(new UnknownSymbolError(slot.read.text, { provider: id }), key)
    }
  }
}
