import { type Interval, isInterval, parseInterval } from '@starkmatter/core'

/** How long an answer of bars stays good: until the next bar may have closed, and at least a second. */
export function barsStaleMs(interval: Interval): number {
  return isInterval(interval) ? Math.max(1_000, Math.min(parseInterval(interval).ms, 3_600_000)) : 0
}
