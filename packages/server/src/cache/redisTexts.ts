import { answerOf, type RedisClient } from '../redis/redis-client.ts'
import type { SharedTexts } from './cache.ts'

/** The text and how long Redis keeps it yet, in one step. */
const getScript = `return { redis.call('GET', KEYS[1]), redis.call('PTTL', KEYS[1]) }`

/**
 * Texts in Redis. How fresh one is follows from how long Redis keeps it yet, so no two clocks have to agree.
 *
 * @example
 * const cache = createCache({ leases, shared: redisTexts({ redis }) })
 */
export function redisTexts({
  redis,
  prefix = 'starkmatter',
}: {
  redis: RedisClient
  /** Processes of one prefix share their texts. @default 'starkmatter' */
  prefix?: string | undefined
}): SharedTexts {
  const keyOf = (key: string) => `${prefix}:cache:${key}`
  return {
    async get(key, { staleMs }) {
      const answer = await answerOf(redis.eval(getScript, 1, keyOf(key)))
      const [text, leftMs]: unknown[] = Array.isArray(answer) ? answer : []
      return typeof text === 'string' ? { text, freshForMs: Number(leftMs) - staleMs } : undefined
    },
    async set(key, text, { freshMs, staleMs }) {
      await answerOf(redis.call('SET', keyOf(key), text, 'PX', freshMs + staleMs))
    },
  }
}
