import { type Clock, systemClock } from '@starkmatter/core'
import type { Leases } from './lease.ts'

/** Leases within one process. */
export function createMemoryLeases({
  clock = systemClock,
}: {
  /** @default the machine's clock */
  clock?: Clock | undefined
} = {}): Leases {
  const held = new Map<string, { token: number; until: number }>()
  let newest = 0

  return {
    async acquire(name, ttlMs) {
      const leftMs = (held.get(name)?.until ?? 0) - clock.now()
      if (leftMs > 0) return { lease: undefined, retryAfterMs: leftMs }
      const token = ++newest
      held.set(name, { token, until: clock.now() + ttlMs })
      const mine = () => {
        const current = held.get(name)
        return current?.token === token && current.until > clock.now() ? current : undefined
      }
      return {
        lease: {
          token,
          async renew() {
            const current = mine()
            if (current) current.until = clock.now() + ttlMs
            return current !== undefined
          },
          async release() {
            if (mine()) held.delete(name)
          },
        },
      }
    },
  }
}
