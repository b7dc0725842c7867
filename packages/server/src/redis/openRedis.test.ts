import { createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { createClient, type Limiter } from '@starkmatter/core'
import fastify from 'fastify'
import { afterEach, describe, expect, test } from 'vitest'
import type { GatewayClient } from '../gateway/client.ts'
import { createGateway } from '../gateway/createGateway.ts'
import { freePort, hasRedis, startRedis } from '../testing/redis-server.ts'
import { testProvider } from '../testing/test-provider.ts'
import { type OpenRedisOptions, openRedis } from './openRedis.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

const makeClient = (limiter: Limiter) => createClient({ providers: [testProvider().provider], limiter })

/** A gateway that shares what it has, and what it logged. */
async function serve(
  options: OpenRedisOptions,
  changed: (client: ReturnType<typeof makeClient>) => GatewayClient = (client) => client,
) {
  const warnings: string[] = []
  const logger = { debug: () => {}, warn: (message: string) => void warnings.push(message) }
  const shared = await openRedis({ logger, ...options })
  const { gateway, limiter } = shared
  const app = fastify()
  await app.register(createGateway({ client: changed(makeClient(limiter)), ...gateway }))
  closers.push(async () => {
    await app.close()
    await shared.close()
  })
  const get = (path: string) => app.inject(path)
  return { app, shared, warnings, get }
}

describe('an address of Redis', () => {
  test.each([
    'localhost:6379',
    'http://user:hush@localhost',
    'redis://user:hush@/0',
    'redis://user:hush@localhost/market',
    'redis://:hush@local host',
  ])('%s is refused, and what it holds is not repeated', async (url) => {
    const error = await openRedis({ url }).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'BAD_REQUEST', parameter: 'url' })
    expect(String(error)).toContain('redis://host:6379/0')
    expect(String(error)).not.toContain('hush')
  })

  test('where nobody answers, the wait ends in time, and names the place without the password', async () => {
    const port = await freePort()
    const { shared, warnings, get } = await serve({
      url: `redis://user:hush@127.0.0.1:${port}`,
      startWithinMs: 4_000,
    })
    expect((await get('/readyz')).json()).toMatchObject({
      status: 'waiting',
      reason: expect.stringContaining('Redis'),
    })
    const error = await shared.ready.catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'NETWORK', message: expect.stringContaining(`127.0.0.1:${port}`) })
    expect(String(error)).toContain('ECONNREFUSED')
    expect(String(error) + warnings.join()).not.toContain('hush')
    expect(warnings.filter((text) => text.includes('is tried again'))).toHaveLength(1)
  })

  test('a server that takes connections and says nothing is not waited for longer', async () => {
    const server = createServer(() => {})
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    closers.push(() => server.close())
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const { shared } = await serve({ url: `redis://127.0.0.1:${port}`, startWithinMs: 300 })
    await expect(shared.ready).rejects.toMatchObject({ code: 'NETWORK' })
  })

  test.runIf(hasRedis)('a wrong password or database is told at once, and ends the wait', async () => {
    await using redis = await startRedis()
    const { port } = redis
    for (const url of [`redis://user:hush@127.0.0.1:${port}`, `redis://127.0.0.1:${port}/99`]) {
      const shared = await openRedis({ url, startWithinMs: 5_000 })
      const begin = performance.now()
      const error = await shared.ready.catch((reason: unknown) => reason)
      expect(error).toMatchObject({ code: 'BAD_REQUEST', parameter: 'url' })
      expect(String(error)).not.toContain('hush')
      expect(performance.now() - begin).toBeLessThan(4_000)
      await shared.close()
    }
  })
})

describe.runIf(hasRedis)('gateways that share a Redis', () => {
  test('ask upstream once for what 1,000 callers of four gateways want at the same time', async () => {
    await using redis = await startRedis()
    const asked: unknown[] = []
    const gateways = await Promise.all(
      [1, 2, 3, 4].map(() =>
        serve({ url: redis.url }, ({ getQuotes, ...client }) => ({
          ...client,
          async getQuotes(options) {
            asked.push(...options.symbols)
            // Long enough for all to have missed it.
            await delay(300)
            return getQuotes(options)
          },
        })),
      ),
    )
    await Promise.all(gateways.map(({ shared }) => shared.ready))
    for (const symbol of ['AAPL', 'IBM']) {
      const calls = Array.from({ length: 1_000 }, (_, n) =>
        gateways[n % 4]?.get(`/v1/quotes?symbols=${symbol}`),
      )
      const answers = await Promise.all(calls)
      expect(new Set(answers.map((answer) => answer?.body)).size).toBe(1)
      expect(answers[0]?.json()).toMatchObject({ quotes: [{ last: 10 }], missing: [] })
    }
    expect(asked).toEqual(['AAPL', 'IBM'])
  })

  test('answer REST calls while it is dead, say so, and are well again when it is back', async () => {
    const first = await startRedis()
    const { shared, get, warnings } = await serve({ url: first.url })
    await shared.ready
    await expect.poll(async () => (await get('/readyz')).json()).toEqual({ status: 'ready' })
    await first.kill()
    await expect
      .poll(async () => (await get('/readyz')).json())
      .toMatchObject({ status: 'degraded', reason: expect.stringContaining('Redis') })
    expect((await get('/readyz')).statusCode).toBe(200)
    const quotes = await get('/v1/quotes?symbols=AAPL')
    expect([quotes.statusCode, quotes.json()]).toMatchObject([200, { quotes: [{ last: 10 }] }])
    expect((await get('/v1/bars?symbol=AAPL&interval=1d&limit=5')).statusCode).toBe(200)
    await using _again = await startRedis(first.port)
    await expect
      .poll(async () => (await get('/readyz')).json(), { timeout: 10_000 })
      .toEqual({ status: 'ready' })
    expect(warnings.some((text) => text.endsWith('is back.'))).toBe(true)
  })
})
