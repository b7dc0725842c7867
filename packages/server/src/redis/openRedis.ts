import {
  BadRequestError,
  type Clock,
  type Logger,
  NetworkError,
  systemClock,
  UnsupportedError,
} from '@starkmatter/core'
import type { Bus } from '../bus/bus.ts'
import { redisBus } from '../bus/redisBus.ts'
import type { Cache } from '../cache/cache.ts'
import { createCache } from '../cache/createCache.ts'
import { redisTexts } from '../cache/redisTexts.ts'
import type { Leases } from '../lease/lease.ts'
import { redisLeases } from '../lease/redisLeases.ts'
import { type RedisLimiter, redisLimiter } from '../limit/redisLimiter.ts'

export type OpenRedisOptions = {
  /** `redis://user:password@host:6379/0`, or `rediss://` for TLS. Redis 7. */
  url: string
  /** Gateways of one prefix belong together. @default 'starkmatter' */
  prefix?: string | undefined
  /** How long it may be away at the beginning. @default 30000 */
  startWithinMs?: number | undefined
  /** @default the machine's clock */
  clock?: Clock | undefined
  /** Hears when Redis is lost, and when it is back. @default silent */
  logger?: Logger | undefined
}

/** What gateways share through one Redis. */
export type SharedRedis = {
  /** For `createGateway`. */
  gateway: { bus: Bus; leases: Leases; cache: Cache }
  /** For `createClient`: the budgets of providers hold for all gateways together. */
  limiter: RedisLimiter
  /** Fails where Redis was away for too long at the beginning. Later it may come and go. */
  ready: Promise<void>
  /** After the gateway. */
  close(): Promise<void>
}

const slowestRetryMs = 2_000

/**
 * Everything that gateways share through one Redis, over one connection and one more to read. It answers at once; what is asked
 * before Redis is there fails or, for live data, waits.
 *
 * Needs the package `ioredis` (an optional peer).
 *
 * @throws {BadRequestError} the address is none of Redis
 * @throws {UnsupportedError} the package `ioredis` is not installed
 * @example
 * const redis = await openRedis({ url: 'redis://localhost:6379' })
 * const client = createClient({ providers: [yahoo()], limiter: redis.limiter })
 * await app.register(createGateway({ client, ...redis.gateway }))
 */
export async function openRedis({
  url,
  prefix,
  startWithinMs = 30_000,
  clock = systemClock,
  logger,
}: OpenRedisOptions): Promise<SharedRedis> {
  const place = placeOf(url)
  const { Redis } = await loadDriver()
  const redis = new Redis(url, {
    connectionName: 'starkmatter',
    // A command that waits for a lost server does its work when nobody needs it any more.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    commandTimeout: 5_000,
    connectTimeout: 5_000,
    socketTimeout: 10_000,
    retryStrategy: (times) => Math.min(50 * 2 ** Math.min(times, 10), slowestRetryMs),
    // The server has become a replica: the address leads to the new primary by now.
    reconnectOnError: ({ message }) => message.startsWith('READONLY'),
  })
  let isLost = false
  let isClosed = false
  const lose = (reason: string) => {
    if (!isLost && !isClosed) logger?.warn(`${place} cannot be reached, and is tried again.`, { reason })
    isLost = true
  }
  redis.on('close', () => lose('it closed the connection'))
  redis.on('ready', () => {
    if (isLost) logger?.warn(`${place} is back.`)
    isLost = false
  })
  const ready = new Promise<void>((resolve, reject) => {
    let reason = 'no answer'
    const cancel = clock.schedule(startWithinMs, () => {
      reject(new NetworkError(`${place} cannot be reached: ${reason}. Is it running, and its address right?`))
    })
    const settle = (error?: Error) => {
      cancel()
      if (error) reject(error)
      else resolve()
    }
    redis.once('ready', () => settle())
    redis.once('end', () => settle(new NetworkError(`${place} was left before it answered.`)))
    redis.on('error', (error) => {
      reason = reasonOf(error)
      lose(reason)
      const refusal = refusalOf(place, error)
      if (refusal) settle(refusal)
    })
  })
  // Whoever waits for it is told; until then it is nobody's unhandled rejection.
  ready.catch(() => {})

  const common = { redis, prefix, clock, logger }
  const leases = redisLeases(common)
  const limiter = redisLimiter(common)
  const bus = redisBus(common)
  return {
    gateway: {
      bus,
      leases,
      cache: createCache({ shared: redisTexts(common), leases, clock, logger }),
    },
    limiter,
    ready,
    async close() {
      isClosed = true
      await bus.close()
      await limiter.close()
      redis.disconnect()
    },
  }
}

async function loadDriver() {
  try {
    return await import('ioredis')
  } catch (cause) {
    throw new UnsupportedError('Sharing through Redis needs its driver. Install it: npm i ioredis', { cause })
  }
}

/** Host, port and database: what may be said of an address that holds a password. */
function placeOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  const isRight =
    parsed && /^rediss?:$/.test(parsed.protocol) && parsed.hostname !== '' && /^\/?\d*$/.test(parsed.pathname)
  if (!isRight)
    throw new BadRequestError(
      'The address of Redis must look like redis://host:6379/0, or rediss:// for TLS, with user:password@ before the host. It is not repeated here, as it may hold a password.',
      { parameter: 'url' },
    )
  return `Redis at ${parsed.hostname}:${parsed.port || 6379}${parsed.pathname === '/' ? '' : parsed.pathname}`
}

/** What asking again does not mend: the account, the database, the certificate. */
function refusalOf(place: string, error: Error): BadRequestError | undefined {
  const reason = reasonOf(error)
  const details = { parameter: 'url', cause: error }
  if (/^(?:WRONGPASS|NOAUTH|NOPERM)|invalid password|AUTH/.test(reason))
    return new BadRequestError(
      `${place} refuses the account: ${reason}. Correct the user or the password in its address.`,
      details,
    )
  if (/DB index/.test(reason))
    return new BadRequestError(`${place} has no such database: ${reason}. Correct its number.`, details)
  if (/CERT|SIGNATURE|SSL|TLS/.test(reason))
    return new BadRequestError(
      `${place} is not trusted, or speaks no TLS: ${reason}. Correct its certificate, or the address.`,
      details,
    )
  return undefined
}

function reasonOf(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const message = (error.message || error.name).replace(/\.$/, '')
  return message.includes(code) ? message : `${code} ${message}`
}
