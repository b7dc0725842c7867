import type { Clock } from '../http/clock.ts'

/**
 * The machine's clock, `speed` times as fast: back-offs and deadlines of seconds pass in milliseconds, while what happens
 * over real connections takes its own time. It begins at `start`, ms UTC.
 */
export function fastClock(speed: number, start = Date.now()): Clock {
  const begin = performance.now()
  return {
    now: () => start + (performance.now() - begin) * speed,
    schedule(delayMs, callback) {
      const timer = setTimeout(callback, delayMs / speed)
      return () => clearTimeout(timer)
    },
  }
}
