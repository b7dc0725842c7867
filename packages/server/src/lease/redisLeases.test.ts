import { Redis } from 'ioredis'
import { afterAll, describe, expect, test } from 'vitest'
import { describeLeases } from '../testing/describeLeases.ts'
import { hasRedis, startRedis } from '../testing/redis-server.ts'
import { redisLeases } from './redisLeases.ts'

describe.runIf(hasRedis)('over Redis', () => {
  const server = hasRedis ? startRedis() : undefined
  afterAll(async () => (await server)?.[Symbol.asyncDispose]())
  const connect = async () => new Redis((await server)?.url ?? '')
  let prefixes = 0

  describeLeases('leases in Redis', async () => {
    const prefix = `p${prefixes++}`
    const clients = [await connect(), await connect()] as const
    const [near, far] = clients
    return {
      near: redisLeases({ redis: near, prefix }),
      far: redisLeases({ redis: far, prefix }),
      async [Symbol.asyncDispose]() {
        for (const redis of clients) redis.disconnect()
      },
    }
  })

  test('a server that has lost its memory gives no token a second time', async () => {
    const redis = await connect()
    const leases = redisLeases({ redis, prefix: 'forgetful' })
    const first = await leases.acquire('work', 60_000)
    await redis.flushall()
    const second = await leases.acquire('work', 60_000)
    expect(second.lease?.token).toBeGreaterThan(first.lease?.token ?? Number.NaN)
    expect(await first.lease?.renew()).toBe(false)
    redis.disconnect()
  })
})
