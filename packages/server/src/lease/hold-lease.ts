import type { Clock } from '@starkmatter/core'
import type { Lease } from './lease.ts'

/**
 * Keeps a lease until it is lost or given up. Where its keeper does not answer, it counts as lost before it can have ended there.
 *
 * @param takenAt - When it was asked for, local clock: it lasts from then at the least.
 * @returns Stops renewing; the lease itself is not given back.
 */
export function holdLease(
  lease: Lease,
  { ttlMs, takenAt, clock, onLost }: { ttlMs: number; takenAt: number; clock: Clock; onLost(): void },
): () => void {
  let until = takenAt + ttlMs
  let isOver = false
  let cancelRenewal = () => {}
  let cancelEnd = () => {}

  const stop = () => {
    isOver = true
    cancelRenewal()
    cancelEnd()
  }
  const lose = () => {
    if (isOver) return
    stop()
    onLost()
  }
  const watchEnd = () => {
    cancelEnd()
    cancelEnd = clock.schedule(until - clock.now(), lose)
  }
  const renewLater = () => {
    cancelRenewal = clock.schedule(ttlMs / 3, async () => {
      const askedAt = clock.now()
      try {
        if (!(await lease.renew())) lose()
        else if (!isOver) {
          until = askedAt + ttlMs
          watchEnd()
        }
      } catch {
        // Asked again as long as there is time.
      }
      if (!isOver) renewLater()
    })
  }
  watchEnd()
  renewLater()
  return stop
}
