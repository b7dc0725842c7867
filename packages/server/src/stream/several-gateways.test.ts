import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { buildProgram } from '../testing/build-program.ts'
import { startCluster } from '../testing/gateway-cluster.ts'
import { startNumberedVenue } from '../testing/numbered-venue.ts'
import { hasRedis, startRedis } from '../testing/redis-server.ts'

const takeOverMs = 1_000

describe.runIf(hasRedis)('three gateways over one Redis', () => {
  test('whoever is killed, and Redis with it, every client hears every closed bar once and in order', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'starkmatter-redis-'))
    using _folder = { [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) }
    await using redis = await startRedis(undefined, folder)
    await using venue = await startNumberedVenue({ everyMs: 20 })
    using program = await buildProgram(new URL('../testing/gateway-process.ts', import.meta.url))
    await using cluster = await startCluster({
      program: program.path,
      ...{ venueUrl: venue.url, redisUrl: redis.url, gateways: 3, clients: 20, takeOverMs },
    })
    const watcher = () => expect.poll(() => venue.watchers.length, { timeout: 30_000 }).toBe(1)
    const killWatcher = async () => {
      await watcher()
      await delay(300)
      await cluster.replace(venue.watchers[0] ?? expect.unreachable('somebody watches'))
    }

    for (let kill = 0; kill < 2; kill++) await killWatcher()
    await watcher()
    await redis.kill()
    await delay(300)
    await using _again = await startRedis(redis.port, folder)
    await killWatcher()
    await watcher()

    const last = venue.newest + 20
    const heardAll = () => cluster.logs.filter(({ closed }) => (closed.at(-1) ?? 0) >= last).length
    await expect.poll(heardAll, { timeout: 30_000 }).toBe(20)
    await cluster.stopClients()
    for (const { closed, faults } of cluster.logs) {
      expect(faults).toEqual([])
      const [first = 0] = closed
      expect(closed).toEqual(Array.from(closed, (_, n) => first + n))
    }
    expect(venue.most).toBe(1)
    expect(cluster.logs.some(({ states }) => states.has('reconnecting'))).toBe(true)
  }, 120_000)
})
