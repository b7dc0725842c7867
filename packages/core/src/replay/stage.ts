import type { Clock } from '../http/clock.ts'

type Timer = { due: number; callback: () => void }

/**
 * A clock by which one thing happens after the other: timers and what comes from outside each have a turn of their own, in
 * the order of their times, and all that follows from one has happened before the next. Within a turn the time stands still.
 * A session that runs on it when it is recorded runs on it in the same way when it is played.
 */
export class Stage implements Clock {
  readonly #timers = new Set<Timer>()
  #now: number
  #inTurn = true
  /** What time it is between two turns. */
  readonly #between: () => number

  constructor(start: number, between: () => number = () => start) {
    this.#now = start
    this.#between = between
    void settle().then(() => {
      this.#inTurn = false
    })
  }

  now(): number {
    if (this.#inTurn) return this.#now
    // A timer that is due has not had its turn yet.
    const time = Math.min(this.#between(), this.nextDue ?? Number.POSITIVE_INFINITY)
    this.#now = Math.max(this.#now, time)
    return this.#now
  }

  schedule(delayMs: number, callback: () => void): () => void {
    const timer = { due: this.now() + Math.max(0, delayMs), callback }
    this.#timers.add(timer)
    this.onTimer()
    return () => this.#timers.delete(timer)
  }

  /** Called when a timer was set: whoever runs the stage may have to wake up sooner. */
  onTimer = (): void => {}

  get nextDue(): number | undefined {
    return this.#first()?.due
  }

  /** Gives the earliest timer its turn. */
  async fire(): Promise<void> {
    const timer = this.#first()
    if (!timer) return
    this.#timers.delete(timer)
    await this.turn(timer.due, timer.callback)
  }

  /** Lets something happen at a time, and all that follows from it. */
  async turn(time: number, happen: () => void): Promise<void> {
    this.#now = Math.max(this.#now, time)
    this.#inTurn = true
    happen()
    await settle()
    this.#inTurn = false
  }

  #first(): Timer | undefined {
    let first: Timer | undefined
    for (const timer of this.#timers) if (!first || timer.due < first.due) first = timer
    return first
  }
}

/** Lets everything run that waits for nothing but promises. */
function settle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') {
      setImmediate(resolve)
      return
    }
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
