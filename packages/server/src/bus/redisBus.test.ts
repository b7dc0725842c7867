import { setTimeout as delay } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { afterAll, describe, expect, test } from 'vitest'
import { describeBus } from '../testing/describeBus.ts'
import { hasRedis, startRedis } from '../testing/redis-server.ts'
import { redisBus } from './redisBus.ts'

function connect(url: string) {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: () => 50,
    commandTimeout: 5_000,
  })
  redis.on('error', () => {})
  return redis
}

async function ready(redis: Redis) {
  if (redis.status !== 'ready') await new Promise((resolve) => redis.once('ready', resolve))
  return redis
}

async function openEnds(url: string, prefix: string, keep = 1_024) {
  const clients = await Promise.all([url, url].map((one) => ready(connect(one))))
  const [near, far] = clients.map((redis) => redisBus({ redis, prefix, keep }))
  if (!near || !far) throw new Error('two ends')
  return {
    near,
    far,
    clients,
    async [Symbol.asyncDispose]() {
      await Promise.all([near.close(), far.close()])
      for (const redis of clients) redis.disconnect()
    },
  }
}

describe.runIf(hasRedis)('over Redis', () => {
  const server = hasRedis ? startRedis() : undefined
  afterAll(async () => (await server)?.[Symbol.asyncDispose]())
  const url = async () => (await server)?.url ?? ''
  let prefixes = 0

  describeBus('a bus over Redis Streams', 100, async () => openEnds(await url(), `p${prefixes++}`, 100))

  test('connections that are cut again and again lose nothing and bring nothing twice', async () => {
    await using ends = await openEnds(await url(), 'cut')
    const heard: string[] = []
    ends.far.subscribe('t', ({ body }) => heard.push(body))
    await ends.far.read('t', undefined)
    const [near] = ends.clients
    let isOver = false
    const cutting = (async () => {
      // Nothing of it may go on into the next test.
      for (let cut = 0; cut < 30 && !isOver; cut++) {
        await delay(40)
        // All but the one that publishes.
        await near?.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes').catch(() => {})
      }
    })()
    const told: string[] = []
    for (let n = 1; n <= 300; n++) {
      await ends.near.publish('t', String(n))
      told.push(String(n))
      await delay(2)
    }
    isOver = true
    await cutting
    await expect.poll(() => heard.length, { timeout: 10_000 }).toBe(told.length)
    expect(heard).toEqual(told)
  })

  test('a listener that Redis left behind is told that something is lost', async () => {
    await using ends = await openEnds(await url(), 'behind', 100)
    const heard: { body: string; afterLoss?: true | undefined }[] = []
    ends.far.subscribe('t', (message) => heard.push(message))
    await ends.far.read('t', undefined)
    await ends.near.publish('t', 'before')
    await expect.poll(() => heard.length).toBe(1)
    const [near] = ends.clients
    const publishing = Array.from({ length: 1_000 }, (_, n) => ends.near.publish('t', String(n)))
    // In one turn with the flood: the reader is back only after it.
    await near?.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes')
    await Promise.all(publishing)
    for (let n = 0; n < 5; n++) await ends.near.publish('t', `more ${n}`)
    await expect.poll(() => heard.at(-1)?.body).toBe('more 4')
    const places = heard.map(({ body }) => body)
    expect(new Set(places).size).toBe(places.length)
    const isWhole = places.length === 1_006
    expect(heard.some(({ afterLoss }) => afterLoss)).toBe(!isWhole)
  })

  test('a connection that is lost while nothing is said is no loss', async () => {
    await using ends = await openEnds(await url(), 'quiet')
    const heard: { body: string; afterLoss?: true | undefined }[] = []
    ends.far.subscribe('t', (message) => heard.push(message))
    await ends.far.read('t', undefined)
    await ends.clients[0]?.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes')
    await ends.near.publish('t', 'a')
    await expect.poll(() => heard).toEqual([{ body: 'a', cursor: expect.any(String) }])
  })

  test('a topic goes some time after the last message and listener, and stays while somebody listens', async () => {
    const redis = await ready(connect(await url()))
    const bus = redisBus({ redis, prefix: 'idle', keepMs: 300 })
    const stop = bus.subscribe('heard', () => {})
    await bus.publish('heard', 'a')
    await bus.publish('unheard', 'a')
    await delay(900)
    const left = async (topic: string) => redis.exists(`{idle:bus}:${topic}`)
    expect([await left('heard'), await left('unheard')]).toEqual([1, 0])
    stop()
    await expect.poll(() => left('heard')).toBe(0)
    await bus.close()
    redis.disconnect()
  })
})

test.runIf(hasRedis)(
  'without Redis a publication fails at once, by name; when it is back, listeners hear on',
  async () => {
    const first = await startRedis()
    await using ends = await openEnds(first.url, 'gone')
    const heard: string[] = []
    ends.far.subscribe('t', ({ body }) => heard.push(body))
    await ends.far.read('t', undefined)
    await ends.near.publish('t', 'a')
    await expect.poll(() => heard).toEqual(['a'])
    expect(ends.near.trouble).toBeUndefined()
    await first.kill()
    await expect.poll(() => ends.near.trouble).toContain('Redis')
    await expect(ends.near.publish('t', 'lost')).rejects.toMatchObject({ code: 'NETWORK', retryable: true })
    await expect(ends.near.read('t', undefined)).rejects.toMatchObject({ code: 'NETWORK' })
    await using _again = await startRedis(first.port)
    await expect.poll(() => ends.near.trouble, { timeout: 5_000 }).toBeUndefined()
    await ends.near.publish('t', 'b')
    await expect.poll(() => heard, { timeout: 5_000 }).toEqual(['a', 'b'])
  },
)
