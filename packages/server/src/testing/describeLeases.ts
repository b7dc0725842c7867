import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import type { Leases } from '../lease/lease.ts'

/** Two ends of the same leases: where they are shared, two processes. */
export type LeasesEnds = { near: Leases; far: Leases; [Symbol.asyncDispose](): Promise<void> }

/** The rules that all leases keep, whoever keeps them. */
export function describeLeases(name: string, open: () => Promise<LeasesEnds>): void {
  describe(name, () => {
    let ends: LeasesEnds | undefined
    const fresh = async () => {
      ends = await open()
      return ends
    }
    afterEach(async () => {
      await ends?.[Symbol.asyncDispose]()
      ends = undefined
    })
    const taken = async (leases: Leases, ttlMs = 60_000, what = 'work') =>
      (await leases.acquire(what, ttlMs)).lease ?? expect.unreachable('the lease is free')

    test('of any number who ask at once, one gets it', async () => {
      const { near, far } = await fresh()
      const all = await Promise.all(
        Array.from({ length: 50 }, (_, n) => (n % 2 ? near : far).acquire('work', 60_000)),
      )
      expect(all.filter(({ lease }) => lease)).toHaveLength(1)
      for (const one of all) {
        if (one.lease) continue
        expect(one.retryAfterMs).toBeGreaterThan(0)
        expect(one.retryAfterMs).toBeLessThanOrEqual(60_000)
      }
      expect((await near.acquire('other work', 60_000)).lease).toBeDefined()
    })

    test('what is given back is free at once, and each lease has a greater token than all before', async () => {
      const { near, far } = await fresh()
      const tokens: number[] = []
      for (let n = 0; n < 20; n++) {
        const lease = await taken(n % 2 ? near : far)
        tokens.push(lease.token)
        await lease.release()
        tokens.push((await taken(near, 60_000, `another ${n}`)).token)
      }
      expect(tokens.every((token, n) => Number.isSafeInteger(token) && token > (tokens[n - 1] ?? 0))).toBe(
        true,
      )
    })

    test('one that is not renewed ends in time, and its holder is told so', async () => {
      const { near, far } = await fresh()
      const first = await taken(near, 120)
      const refused = await far.acquire('work', 120)
      await delay(refused.lease ? 0 : refused.retryAfterMs + 30)
      const second = await taken(far)
      expect(second.token).toBeGreaterThan(first.token)
      expect(await first.renew()).toBe(false)
      await first.release()
      expect((await near.acquire('work', 60_000)).lease).toBeUndefined()
      expect(await second.renew()).toBe(true)
    })

    test('one that is renewed lasts', async () => {
      const { near, far } = await fresh()
      const lease = await taken(near, 300)
      for (let n = 0; n < 8; n++) {
        await delay(60)
        expect(await lease.renew()).toBe(true)
        expect((await far.acquire('work', 300)).lease).toBeUndefined()
      }
    })
  })
}
