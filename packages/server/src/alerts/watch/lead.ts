import type { Clock, Logger } from '@starkmatter/core'
import { holdLease } from '../../lease/hold-lease.ts'
import type { Leases } from '../../lease/lease.ts'

/** Something that one process of several does. */
export type Led = { close(): Promise<void> }

export type LeadOptions = {
  leases: Leases
  name: string
  /** How long after a process has died another one takes over, at the longest. */
  ttlMs: number
  clock: Clock
  logger: Logger | undefined
  /** Begins, in the one process that leads. */
  begin(): Promise<Led>
}

/** Does something in one process of those that share the leases, and in another where that one has gone. */
export function lead({ leases, name, ttlMs, clock, logger, begin }: LeadOptions): Led {
  let isClosed = false
  let giveUp = () => {}
  let cancelWait = () => {}

  async function run(): Promise<void> {
    while (!isClosed) {
      let waitMs = ttlMs
      try {
        const takenAt = clock.now()
        const { lease, ...rest } = await leases.acquire(name, ttlMs)
        if (lease) {
          const lost = new Promise<void>((resolve) => {
            giveUp = resolve
          })
          const stopRenewing = holdLease(lease, { ttlMs, takenAt, clock, onLost: giveUp })
          try {
            if (isClosed) return
            const led = await begin()
            await lost
            await led.close()
          } finally {
            stopRenewing()
            await lease.release()
          }
          waitMs = 0
        } else if ('retryAfterMs' in rest) waitMs = Math.min(rest.retryAfterMs, ttlMs)
      } catch (error) {
        logger?.debug('The lead was not taken', { name, reason: String(error) })
      }
      if (!isClosed) await wait(waitMs)
    }
  }

  function wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = clock.schedule(ms, resolve)
      cancelWait = () => {
        cancel()
        resolve()
      }
    })
  }

  const running = run()
  return {
    async close() {
      isClosed = true
      giveUp()
      cancelWait()
      await running
    },
  }
}
