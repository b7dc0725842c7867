import type { Clock } from '../http/clock.ts'
import type { StreamTopic, TimerStream } from '../provider/index.ts'
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
    this.#cancel = this.#clock.schedule(this.#stream.everyMs, () => {
      const to = this.#clock.now()
      const events = this.#stream.advance(this.topics, this.#from, to)
      this.#from = to
      for (const event of events) this.dispatch(event)
      // A listener may have closed the feed.
      if (this.#cancel) this.#wait()
    })
  }
}
