import { setTimeout as delay } from 'node:timers/promises'
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import type { Bus } from '../../packages/server/src/bus/bus.ts'
import { createMemoryBus } from '../../packages/server/src/bus/memory-bus.ts'
import { openRedis } from '../../packages/server/src/redis/openRedis.ts'
import { startRedis } from '../../packages/server/src/testing/redis-server.ts'
import { type BenchRow, report } from './lib/report.ts'

/** As long as a quote with its fields. */
const filling = 'x'.repeat(180)
const perSecond = 1_000
const latencySeconds = 10
const flood = 200_000
const nameOf = (n: number) => `quotes:equity:S${n}`

type Job = { url: string; topics: number; messages: number; perSecond?: number }

async function openBus(url: string) {
  const { gateway, ready, close } = await openRedis({ url, prefix: 'bench' })
  await ready
  return { bus: gateway.bus, close }
}

/** Publishes by turns on all topics: as fast as Redis takes it, or so many a second. */
async function publish(bus: Bus, { topics, messages, perSecond }: Omit<Job, 'url'>): Promise<void> {
  const begin = performance.now()
  for (let sent = 0; sent < messages; ) {
    const due = perSecond ? Math.floor(((performance.now() - begin) / 1_000) * perSecond) : sent + 500
    const batch: Promise<unknown>[] = []
    for (; sent < Math.min(due, messages); sent++) {
      const now = performance.timeOrigin + performance.now()
      batch.push(bus.publish(nameOf(sent % topics), `{"at":${now},"x":"${filling}"}`))
    }
    await (perSecond ? delay(1) : Promise.all(batch))
  }
}

/** Hears everything; the answer is how late each message was, and how long it took until the last. */
function listen(bus: Bus, topics: number, messages: number) {
  const lateMs: number[] = []
  let firstAt = 0
  const all = new Promise<number>((resolve) => {
    for (let n = 0; n < topics; n++) {
      bus.subscribe(nameOf(n), ({ body, afterLoss }) => {
        if (afterLoss) throw new Error('The reader was left behind.')
        if (lateMs.length === 0) firstAt = performance.now()
        const at = Number(body.slice(6, body.indexOf(',')))
        lateMs.push(performance.timeOrigin + performance.now() - at)
        if (lateMs.length === messages) resolve(performance.now() - firstAt)
      })
    }
  })
  return { all, lateMs }
}

async function placed(bus: Bus, topics: number): Promise<void> {
  for (let n = 0; n < topics; n++) await bus.read(nameOf(n), undefined)
}

function latencyRow(name: string, lateMs: number[]): BenchRow {
  // The first second warms up.
  const sorted = lateMs.slice(perSecond).sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN
  return { name, messages: sorted.length, p50Ms: at(0.5), p99Ms: at(0.99), p999Ms: at(0.999) }
}

async function main(): Promise<void> {
  await using redis = await startRedis()
  const rows: BenchRow[] = []
  const messages = perSecond * latencySeconds

  const memory = createMemoryBus()
  const near = listen(memory, 100, messages)
  await publish(memory, { topics: 100, messages, perSecond })
  await near.all
  rows.push(latencyRow(`memory, ${perSecond} messages/s over 100 topics`, near.lateMs))

  const elsewhere = (job: Job) => new Worker(new URL(import.meta.url), { workerData: job })
  for (const topics of [1, 100, 1_000]) {
    const { bus, close } = await openBus(redis.url)
    const heard = listen(bus, topics, messages)
    await placed(bus, topics)
    const worker = elsewhere({ url: redis.url, topics, messages, perSecond })
    await heard.all
    rows.push(latencyRow(`Redis, ${perSecond} messages/s over ${topics} topics`, heard.lateMs))
    await worker.terminate()
    await close()
  }
  let slowest = Number.POSITIVE_INFINITY
  for (const topics of [100, 1_000]) {
    const { bus, close } = await openBus(redis.url)
    const heard = listen(bus, topics, flood)
    await placed(bus, topics)
    const worker = elsewhere({ url: redis.url, topics, messages: flood })
    const tookMs = await heard.all
    const messagesPerSecond = Math.round(flood / (tookMs / 1_000))
    slowest = Math.min(slowest, messagesPerSecond)
    rows.push({
      name: `Redis, as fast as it goes, over ${topics} topics`,
      messages: flood,
      messagesPerSecond,
    })
    await worker.terminate()
    await close()
  }

  const p99 = Number(rows.find(({ name }) => name.includes('100 topics') && name.startsWith('Redis'))?.p99Ms)
  report({
    name: 'bus',
    method: `Messages of ${filling.length + 40} bytes from their publication to the listener of another thread, over one Redis on the same machine; the three share two cores. Late is from just before a message is published until it is heard.`,
    rows,
    bars: [
      {
        claim: 'at 1,000 messages/s over 100 topics, 99 of 100 are heard within 10 ms through Redis',
        met: p99 < 10,
      },
      { claim: 'one gateway takes 10,000 messages/s from Redis', met: slowest >= 10_000 },
    ],
  })
}

if (isMainThread) await main()
else {
  const job: Job = workerData
  const { bus } = await openBus(job.url)
  await publish(bus, job)
}
