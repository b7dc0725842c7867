import { setTimeout as delay } from 'node:timers/promises'
import { createClient, defineProvider, isInterval } from '@starkmatter/core'
import { Redis } from 'ioredis'
import { redisLimiter } from '../limit/redisLimiter.ts'

/** One of several processes that ask a venue as often as their common budgets allow, each request of weight 1 or 2. */
const [venueUrl = '', redisUrl = '', processes = '', ...windows] = process.argv.slice(2)

const redis = new Redis(redisUrl, {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  retryStrategy: () => 100,
})
redis.on('error', () => {})
const limiter = redisLimiter({ redis, processes: Number(processes) })

const provider = defineProvider({
  id: 'counted',
  title: 'Counting venue',
  limits: windows.map((window) => {
    const [tokens, every = ''] = window.split('/')
    if (!isInterval(every)) throw new Error(`"${window}" is not like 5/1m.`)
    return { tokens: Number(tokens), every }
  }),
  symbols: { toProvider: () => undefined, fromProvider: () => undefined },
  searchSymbols: {
    request: ({ text }) => {
      const weight = text.endsWith('7') ? 2 : 1
      return { url: `${venueUrl}/?weight=${weight}`, weight }
    },
    parse: () => [],
  },
})
const client = createClient({ providers: [provider], limiter })

async function ask(asker: number): Promise<void> {
  for (let i = 0; ; i++) {
    const text = `${asker} ${i % 10}`
    await client.searchSymbols({ text, timeoutMs: 3_600_000 }).catch(() => delay(20))
  }
}
for (const asker of [1, 2]) void ask(asker)
