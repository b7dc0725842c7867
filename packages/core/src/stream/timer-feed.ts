import { StarkMatterError } from '../errors/index.ts'
import type { Clock } from '../http/clock.ts'
import type { StreamTopic, TimerStream } from '../provider/index.ts'
import { loadPart } from '../provider/load-part.ts'
import { Feed } from './feed.ts'

/** A stream that a provider computes from the clock. */
export class TimerFeed extends Feed {
  readonly #stream: TimerStream
  readonly #clock: Clock
  #cancel: (() => void) | undefined
  #from = 0

  constructor(stream: TimerStream, clock: Clock) {
    super()
    this.#stream = stream
    this.#clock = clock
  }

  close(): void {
    this.#cancel?.()
    this.#cancel = undefined
    this.rest()
  }

  protected added(_topic: StreamTopic): void {
    if (this.#cancel) return
    this.#from = this.#clock.now()
    this.tell('live')
    this.#wait()
  }

  protected removed(_topic: StreamTopic): void {
    if (this.topics.length === 0) this.close()
  }

  #wait(): void {
    const cancel = this.#clock.schedule(this.#stream.everyMs, () => this.#advance(cancel))
    this.#cancel = cancel
  }

  async #advance(cancel: () => void): Promise<void> {
    const to = this.#clock.now()
    try {
      const events = await loadPart(async () => this.#stream.advance(this.topics, this.#from, to))
      // It may have been closed meanwhile, and opened again; a listener may close it between two events.
      if (this.#cancel !== cancel) return
      this.#from = to
      for (const event of events) this.dispatch(event)
    } catch (error) {
      // What could not be loaded is asked for again, for the whole time that has passed.
      if (!StarkMatterError.is(error)) throw error
      if (this.#cancel === cancel) this.tell('stale', error)
    }
    if (this.#cancel === cancel) this.#wait()
  }
}
