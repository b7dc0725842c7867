import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { buildProgram } from '../testing/build-program.ts'
import { hasRedis, startRedis } from '../testing/redis-server.ts'

type Arrival = { at: number; weight: number }

/** A venue that counts what arrives, by its own clock. */
async function startCounter() {
  const arrivals: Arrival[] = []
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const weight = Number(searchParams.get('weight'))
    arrivals.push({ at: performance.now(), weight })
    response.end('[]')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    arrivals,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function startProcesses(count: number, venueUrl: string, redisUrl: string, windows: readonly string[]) {
  const program = await buildProgram(new URL('../testing/greedy-worker.ts', import.meta.url))
  const children = Array.from(
    { length: count },
    (): ChildProcess =>
      spawn(process.execPath, [program.path, venueUrl, redisUrl, String(count), ...windows], {
        stdio: 'inherit',
      }),
  )
  return {
    async [Symbol.asyncDispose]() {
      for (const child of children) child.kill('SIGKILL')
      program[Symbol.dispose]()
    },
  }
}

/** The most that any window of this length held, wherever it is laid. */
function fullest(arrivals: readonly Arrival[], ms: number): number {
  let most = 0
  for (const { at } of arrivals) {
    const inside = arrivals.filter((one) => one.at >= at && one.at < at + ms)
    most = Math.max(most, sum(inside))
  }
  return most
}

const sum = (arrivals: readonly Arrival[]) => arrivals.reduce((total, { weight }) => total + weight, 0)

// Each has its own Redis and venue, and waits for real windows to pass: they wait together.
describe.runIf(hasRedis).concurrent('eight processes with one Redis', () => {
  test('use at least 95 % of every budget and never exceed a window, weights included', async () => {
    await using redis = await startRedis()
    await using venue = await startCounter()
    // A minute and a day, scaled down.
    await using _processes = await startProcesses(8, venue.url, redis.url, ['5/2s', '25/10s'])
    await vi.waitFor(() => expect(venue.arrivals.length).toBeGreaterThan(0), { timeout: 15_000 })
    await delay(20_500)
    // Two days, and the third has begun. Two minutes may come late where other suites keep the machine busy.
    await vi.waitFor(() => expect(sum(venue.arrivals)).toBeGreaterThanOrEqual(0.95 * 50), { timeout: 5_000 })
    expect(fullest(venue.arrivals, 2_000)).toBeLessThanOrEqual(5)
    expect(fullest(venue.arrivals, 10_000)).toBeLessThanOrEqual(25)
  }, 60_000)

  test('live on their shares while Redis is dead, and share again when it is back, empty', async () => {
    await using redis = await startRedis()
    await using venue = await startCounter()
    await using _processes = await startProcesses(8, venue.url, redis.url, ['5/1s', '25/5s'])
    await vi.waitFor(() => expect(sum(venue.arrivals)).toBeGreaterThan(10), { timeout: 15_000 })
    await redis.kill()
    await delay(500)
    const lost = venue.arrivals.length
    await delay(10_000)
    const before = venue.arrivals.length
    expect(before).toBeGreaterThan(lost)
    await using _again = await startRedis(redis.port)
    await vi.waitFor(() => expect(sum(venue.arrivals.slice(before))).toBeGreaterThan(45), { timeout: 20_000 })
    expect(fullest(venue.arrivals, 1_000)).toBeLessThanOrEqual(5)
    expect(fullest(venue.arrivals, 5_000)).toBeLessThanOrEqual(25)
  }, 60_000)
})
