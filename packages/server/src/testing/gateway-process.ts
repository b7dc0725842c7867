import { createClient } from '@starkmatter/core'
import fastify from 'fastify'
import { Redis } from 'ioredis'
import { redisBus } from '../bus/redisBus.ts'
import { createGateway } from '../gateway/createGateway.ts'
import { redisLeases } from '../lease/redisLeases.ts'
import { numberedProvider } from './numbered-provider.ts'

/** One of several gateways over one Redis. It says its address to its parent. */
const [name = '', venueUrl = '', redisUrl = '', takeOverMs = ''] = process.argv.slice(2)

const redis = new Redis(redisUrl, {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  commandTimeout: 5_000,
  retryStrategy: () => 100,
})
redis.on('error', () => {})

async function serve(): Promise<void> {
  const app = fastify()
  await app.register(
    createGateway({
      client: createClient({ providers: [numberedProvider(venueUrl, name)], cache: { maxBars: 0 } }),
      bus: redisBus({ redis }),
      leases: redisLeases({ redis }),
      stream: { takeOverMs: Number(takeOverMs) },
    }),
  )
  process.send?.(await app.listen({ port: 0, host: '127.0.0.1' }))
}

process.on('disconnect', () => process.exit())
void serve()
