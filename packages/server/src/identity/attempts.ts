import { type Clock, systemClock } from '@starkmatter/core'

/** Counts attempts by what they were made at, so that guessing becomes slow. */
export interface AttemptLimiter {
  /** Counts one. @returns how long to wait, ms, where there were too many; it is not counted then */
  take(key: string): Promise<number | undefined>
  /** Forgets those before, as one succeeded. */
  clear(key: string): Promise<void>
}

export type AttemptLimits = {
  most: number
  withinMs: number
  clock?: Clock | undefined
}

/** Keys watched at once. With more, those watched the longest are forgotten. */
const mostKeys = 20_000

/** Attempts of this process. */
export function createMemoryAttempts({ most, withinMs, clock = systemClock }: AttemptLimits): AttemptLimiter {
  const windows = new Map<string, { count: number; endsAt: number }>()
  return {
    async take(key) {
      const now = clock.now()
      const found = windows.get(key)
      if (found && found.endsAt > now) {
        if (found.count >= most) return found.endsAt - now
        found.count++
        return undefined
      }
      windows.delete(key)
      windows.set(key, { count: 1, endsAt: now + withinMs })
      const [oldest] = windows.keys()
      if (windows.size > mostKeys && oldest !== undefined) windows.delete(oldest)
      return undefined
    },
    async clear(key) {
      windows.delete(key)
    },
  }
}
