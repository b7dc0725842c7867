import { fakeClock } from '@starkmatter/core/testing/fakes'
import { expect, test } from 'vitest'
import { createMemoryLeases } from './createMemoryLeases.ts'
import { holdLease } from './hold-lease.ts'
import type { Lease } from './lease.ts'

const ttlMs = 3_000

test('a lease that is held outlasts its time, and ends one time after its holder stopped', async () => {
  const clock = fakeClock(1)
  const leases = createMemoryLeases({ clock })
  const { lease } = await leases.acquire('work', ttlMs)
  if (!lease) return expect.unreachable()
  let lost = 0
  const stop = holdLease(lease, { ttlMs, takenAt: clock.now(), clock, onLost: () => lost++ })
  await clock.advance(10 * ttlMs)
  expect((await leases.acquire('work', ttlMs)).lease).toBeUndefined()
  stop()
  await clock.advance(ttlMs)
  expect((await leases.acquire('work', ttlMs)).lease).toBeDefined()
  expect([lost, clock.pending]).toEqual([0, 0])
})

test.each([
  ['fails', () => Promise.reject(new Error('no answer'))],
  ['never answers', () => new Promise<boolean>(() => {})],
  ['refuses', async () => false],
])('a keeper that %s makes its holder give up in time, once', async (_how, renew) => {
  const clock = fakeClock(1)
  const lease: Lease = { token: 1, renew, release: async () => {} }
  const lostAt: number[] = []
  holdLease(lease, { ttlMs, takenAt: clock.now() - 500, clock, onLost: () => lostAt.push(clock.now()) })
  await clock.advance(5 * ttlMs)
  expect(lostAt).toHaveLength(1)
  expect(lostAt[0]).toBeLessThanOrEqual(1 + ttlMs - 500)
  expect(clock.pending).toBe(0)
})
