import type { Clock } from '../http/clock.ts'

export type FakeClock = Clock & {
  /** Moves the clock on. Timers fire in order, each at its own time, and work that follows from one runs before the next. */
  advance(ms: number): Promise<void>
  /** Timers that have neither fired nor been cancelled. */
  readonly pending: number
}

type Timer = { at: number; callback: () => void }

/**
 * A clock that only moves when it is told to.
 *
 * @example
 * const clock = fakeClock(Date.UTC(2024, 0, 2))
 * const client = createClient({ providers, clock })
 * await clock.advance(60_000)
 */
export function fakeClock(start = 0): FakeClock {
  let now = start
  const timers = new Set<Timer>()
  return {
    now: () => now,
    schedule(delayMs, callback) {
      const timer = { at: now + Math.max(0, delayMs), callback }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    async advance(ms) {
      const end = now + ms
      for (;;) {
        await settle()
        const due = earliest(timers)
        if (!due || due.at > end) break
        now = due.at
        timers.delete(due)
        due.callback()
      }
      now = end
      await settle()
    },
    get pending() {
      return timers.size
    },
  }
}

function earliest(timers: ReadonlySet<Timer>): Timer | undefined {
  let first: Timer | undefined
  for (const timer of timers) if (!first || timer.at < first.at) first = timer
  return first
}

/** Lets everything run that waits for nothing but promises. */
function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
