import { createClient } from '@starkmatter/core'
import fastify from 'fastify'
import { Counter, Registry } from 'prom-client'
import { afterEach, expect, test } from 'vitest'
import { createGateway } from '../gateway/createGateway.ts'
import { createMemoryStore } from '../store/memory-store.ts'
import { testProvider } from '../testing/test-provider.ts'

const apps: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()))
})

async function serve(metrics?: Registry | false) {
  const app = fastify()
  apps.push(app)
  await app.register(
    createGateway({ client: createClient({ providers: [testProvider().provider] }), metrics }),
  )
  return app
}

const countOf = (text: string, labels: string) =>
  Number(new RegExp(`starkmatter_http_request_duration_seconds_count\\{${labels}\\} (\\d+)`).exec(text)?.[1])

test('requests are counted by route and status, whatever path was asked for', async () => {
  const app = await serve()
  const range = 'start=2024-03-05T15:00:00Z&end=2024-03-05T15:02:00Z'
  await app.inject(`/v1/bars?symbol=AAPL&interval=1m&${range}`)
  await app.inject('/v1/bars?symbol=AAPL&interval=7q')
  await app.inject('/v1/nothing')
  await app.inject('/v1/nothing-else')
  const { body, headers } = await app.inject('/metrics')
  expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/)
  expect(countOf(body, 'method="GET",route="/v1/bars",status="200"')).toBe(1)
  expect(countOf(body, 'method="GET",route="/v1/bars",status="400"')).toBe(1)
  expect(countOf(body, 'method="GET",route="/v1/\\*",status="404"')).toBe(2)
  expect(body).not.toContain('nothing')
})

test('the figures of the process stand beside them, also when it runs several gateways', async () => {
  for (const app of [await serve(), await serve()]) {
    const { body } = await app.inject('/metrics')
    expect(body).toContain('\nprocess_resident_memory_bytes ')
    expect(body).toContain('\nstarkmatter_stream_sockets 0\n')
  }
})

test('with a registry of the application both are told together, and nothing that it did not ask for', async () => {
  const registry = new Registry()
  new Counter({ name: 'orders_total', help: 'Orders.', registers: [registry] }).inc(3)
  const { body } = await (await serve(registry)).inject('/metrics')
  expect(body).toContain('\norders_total 3\n')
  expect(body).toContain('\nstarkmatter_stream_topics 0\n')
  expect(body).not.toContain('process_resident_memory_bytes')
})

test('without metrics there is no such path', async () => {
  expect((await (await serve(false)).inject('/metrics')).statusCode).toBe(404)
})

test('with a path of its own, or none, /metrics is not there', async () => {
  const registry = new Registry()
  const app = fastify()
  apps.push(app)
  const client = createClient({ providers: [testProvider().provider] })
  await app.register(createGateway({ client, metrics: registry, metricsPath: false }))
  expect((await app.inject('/metrics')).statusCode).toBe(404)
  await app.inject('/v1/status')
  expect(countOf(await registry.metrics(), 'method="GET",route="/v1/status",status="200"')).toBe(1)
})

test('calls of the store are timed by name and outcome', async () => {
  const app = fastify()
  apps.push(app)
  const store = createMemoryStore()
  const client = createClient({ providers: [testProvider().provider] })
  await app.register(createGateway({ client, store }))
  await app.inject('/v1/bars?symbol=AAPL&interval=1m&start=2024-03-05T15:00:00Z&end=2024-03-05T15:02:00Z')
  store.listSeries = async () => {
    throw new Error('the disk is full')
  }
  expect((await app.inject('/v1/instruments')).statusCode).toBe(500)
  const { body } = await app.inject('/metrics')
  const calls = (operation: string, outcome: string) =>
    Number(
      new RegExp(
        `starkmatter_store_duration_seconds_count\\{operation="${operation}",outcome="${outcome}"\\} (\\d+)`,
      ).exec(body)?.[1],
    )
  expect(calls('findSeries', 'ok')).toBeGreaterThanOrEqual(1)
  expect(calls('listSeries', 'failed')).toBe(1)
})
