import type { Clock } from './clock.ts'
import { untilAborted } from './deadline.ts'

/** Waits on the given clock, or throws the signal's reason. */
export function sleep(clock: Clock, delayMs: number, signal: AbortSignal): Promise<void> {
  let cancel = () => {}
  const timer = new Promise<void>((resolve) => {
    cancel = clock.schedule(delayMs, resolve)
  })
  return untilAborted(timer, signal).finally(() => cancel())
}
