import type { Clock } from '../http/clock.ts'
import type { Frame } from '../provider/index.ts'

export type SendQueueOptions = {
  clock: Clock
  /** Frames within any second; without it nothing waits. */
  perSecond: number | undefined
  send(frame: Frame): void
}

const secondMs = 1_000

/** Sends frames in order, no faster than a venue allows. One per connection. */
export class SendQueue {
  readonly #options: SendQueueOptions
  readonly #waiting: Frame[] = []
  /** When the last `perSecond` frames went, oldest first. */
  readonly #sentAt: number[] = []
  #cancel: (() => void) | undefined

  constructor(options: SendQueueOptions) {
    this.#options = options
  }

  push(frame: Frame): void {
    this.#waiting.push(frame)
    if (!this.#cancel) this.#drain()
  }

  /** Forgets what waits. */
  close(): void {
    this.#cancel?.()
    this.#cancel = undefined
    this.#waiting.length = 0
  }

  #drain(): void {
    const { clock, perSecond = Number.POSITIVE_INFINITY, send } = this.#options
    this.#cancel = undefined
    for (let frame = this.#waiting[0]; frame !== undefined; frame = this.#waiting[0]) {
      const now = clock.now()
      if (this.#sentAt.length >= perSecond) {
        const waitMs = (this.#sentAt[0] ?? now) + secondMs - now
        if (waitMs > 0) {
          this.#cancel = clock.schedule(waitMs, () => this.#drain())
          return
        }
        this.#sentAt.shift()
      }
      if (perSecond !== Number.POSITIVE_INFINITY) this.#sentAt.push(now)
      this.#waiting.shift()
      send(frame)
    }
  }
}
