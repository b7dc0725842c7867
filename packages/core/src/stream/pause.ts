import type { Clock } from '../http/clock.ts'
import { sleep } from '../http/sleep.ts'

/** Waits until the time is over, or nobody wants any more what would follow: then its timer is gone at once. */
export function pause(clock: Clock, delayMs: number, signal: AbortSignal): Promise<void> {
  return sleep(clock, delayMs, signal).catch(() => {})
}
