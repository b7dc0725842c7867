import { answerOf, type RedisClient } from '../redis/redis-client.ts'
import type { Leases } from './lease.ts'

export type RedisLeasesOptions = {
  /** Best made with `{ enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 5000 }`: who cannot ask must know it. */
  redis: RedisClient
  /** Processes of one prefix share their leases. @default 'starkmatter' */
  prefix?: string | undefined
}

/**
 * KEYS: lease, newest token. ARGV: how long it lasts. Answers a token, or minus the time that is left.
 *
 * A token is the server's time in µs where that is greater than the one before: it grows also where the server has lost its memory.
 */
const acquireScript = `
local leftMs = redis.call('PTTL', KEYS[1])
if leftMs > 0 then return -leftMs end
local time = redis.call('TIME')
local token = math.max(time[1] * 1000000 + time[2], tonumber(redis.call('GET', KEYS[2]) or '0') + 1)
local text = string.format('%.0f', token)
redis.call('SET', KEYS[2], text)
redis.call('SET', KEYS[1], text, 'PX', ARGV[1])
return token
`

/** ARGV: token, how long it lasts. */
const renewScript = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])
`

/** ARGV: token. */
const releaseScript = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
`

/**
 * Leases in Redis, by the server's clock. They are as safe as that one server: where it fails over to a replica that had not heard
 * of a lease, two may hold it for a moment, and the token tells which came later.
 *
 * @example
 * const leases = redisLeases({ redis })
 * const { lease } = await leases.acquire('report', 10_000)
 */
export function redisLeases({ redis, prefix = 'starkmatter' }: RedisLeasesOptions): Leases {
  // The braces keep all keys on one node of a cluster.
  const keyOf = (name: string) => `{${prefix}:leases}:${name}`
  const tokenKey = `{${prefix}:leases}`

  return {
    async acquire(name, ttlMs) {
      const key = keyOf(name)
      const answer = Number(await answerOf(redis.eval(acquireScript, 2, key, tokenKey, ttlMs)))
      if (answer < 0) return { lease: undefined, retryAfterMs: -answer }
      return {
        lease: {
          token: answer,
          renew: async () => (await answerOf(redis.eval(renewScript, 1, key, answer, ttlMs))) === 1,
          release: async () => {
            await answerOf(redis.eval(releaseScript, 1, key, answer)).catch(() => {})
          },
        },
      }
    },
  }
}
