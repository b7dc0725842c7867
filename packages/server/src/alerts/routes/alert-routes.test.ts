import { once } from 'node:events'
import { createServer } from 'node:http'
import { type Bar, createClient } from '@starkmatter/core'
import fastify, { type InjectOptions } from 'fastify'
import { afterEach, expect, test, vi } from 'vitest'
import type * as z from 'zod'
import { createGateway } from '../../gateway/createGateway.ts'
import type { GatewayOptions } from '../../gateway/options.ts'
import { errorSchema } from '../../gateway/schemas.ts'
import { AccessError } from '../../identity/AccessError.ts'
import type { Identity } from '../../identity/identity.ts'
import { createMemoryStore } from '../../store/memory-store.ts'
import { testProvider } from '../../testing/test-provider.ts'
import {
  alertListSchema,
  alertSchema,
  firingListSchema,
  firingSchema,
  previewSchema,
  secretSchema,
  unreadSchema,
} from './alert-schemas.ts'

const minute = 60_000
const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** Two accounts, by their tokens. */
const accounts: Identity = {
  async authenticate(token) {
    if (token !== 'ada' && token !== 'bob') throw new AccessError('UNAUTHENTICATED', 'Nobody’s.')
    return { id: token, name: token, role: 'user' }
  },
  isCurrent: async () => true,
}

async function serve(options: Partial<GatewayOptions> = {}) {
  const { provider, emit } = testProvider()
  const client = createClient({ providers: [provider] })
  const app = fastify()
  closing.push(
    () => client.close(),
    () => app.close(),
  )
  await app.register(createGateway({ client, metrics: false, ...options }))
  async function call<schema extends z.ZodType>(
    request: InjectOptions,
    schema: schema,
    status = 200,
    token?: string,
  ): Promise<z.output<schema>> {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
    const response = await app.inject({ ...request, headers })
    expect({ status: response.statusCode, body: response.body }).toMatchObject({ status })
    return schema.parse(response.json())
  }
  const make = (body: object, token?: string) =>
    call(
      { method: 'POST', url: '/v1/alerts', payload: { ...priceAlert(1), ...body } },
      alertSchema,
      201,
      token,
    )
  return { app, emit, call, make, url: async () => app.listen({ port: 0, host: '127.0.0.1' }) }
}

const crossing = (value: number) => ({
  type: 'compare',
  left: { kind: 'price' },
  relation: 'crosses above',
  right: { kind: 'level', value },
})
const priceAlert = (value: number) => ({ symbol: 'AAPL', interval: '1m', condition: crossing(value) })

const bar = (time: number, close: number): Bar => ({
  ...{ time, open: close, high: close, low: close, close },
  volume: 1,
  closed: false,
})

test('an alert is made, read, changed, paused and removed', async () => {
  const { app, call, make } = await serve()
  const alert = await make({ name: 'Breakout' })
  expect(alert).toMatchObject({
    name: 'Breakout',
    description: 'AAPL: close crosses above 1 on 1-minute bars',
    instrument: 'equity:AAPL',
    status: 'active',
    evaluate: 'close',
    repeat: 'once',
    firings: 0,
  })
  const url = `/v1/alerts/${alert.id}`
  expect((await call({ url: '/v1/alerts' }, alertListSchema)).alerts).toMatchObject([{ id: alert.id }])
  const payload = { status: 'paused', condition: crossing(5), name: null }
  expect(await call({ method: 'PATCH', url, payload }, alertSchema)).toMatchObject({
    status: 'paused',
    name: null,
    description: 'AAPL: close crosses above 5 on 1-minute bars',
    watch: null,
  })
  expect((await call({ method: 'PATCH', url, payload: { status: 'active' } }, alertSchema)).status).toBe(
    'active',
  )
  expect(await call({ url }, alertSchema)).toMatchObject({ id: alert.id })
  expect((await app.inject({ method: 'DELETE', url })).statusCode).toBe(204)
  expect((await call({ url }, errorSchema, 404)).error.code).toBe('NOT_FOUND')
})

test('what cannot be right is refused by name', async () => {
  const { call } = await serve()
  const refuse = async (body: object) =>
    (
      await call(
        { method: 'POST', url: '/v1/alerts', payload: { ...priceAlert(1), ...body } },
        errorSchema,
        400,
      )
    ).error
  expect(await refuse({ symbol: '' })).toMatchObject({ code: 'BAD_REQUEST', parameter: 'symbol' })
  expect(await refuse({ interval: 'soon' })).toMatchObject({ parameter: 'interval' })
  expect(await refuse({ condition: { type: 'soon' } })).toMatchObject({
    parameter: expect.stringMatching(/^condition/),
  })
  expect(
    await refuse({ condition: { ...crossing(1), left: { kind: 'indicator', name: 'NOPE' } } }),
  ).toMatchObject({
    parameter: 'condition',
    message: expect.stringContaining('NOPE'),
  })
  expect(await refuse({ webhook: 'https://127.0.0.1/hook' })).toMatchObject({
    parameter: 'webhook',
    message: expect.stringContaining('public Internet'),
  })
  expect(await refuse({ expiresAt: 5 })).toMatchObject({ parameter: 'expiresAt' })
  expect(await refuse({ coolDownMs: -1 })).toMatchObject({ parameter: 'coolDownMs' })
  expect(await refuse({ owner: 'somebody' })).toMatchObject({ parameter: 'owner' })
})

test('nobody sees, changes or removes the alerts of another', async () => {
  const { call, make, app } = await serve({ identity: accounts })
  const { id } = await make({}, 'ada')
  const url = `/v1/alerts/${id}`
  expect((await call({ url: '/v1/alerts' }, alertListSchema, 200, 'bob')).alerts).toEqual([])
  for (const request of [
    { url },
    { method: 'PATCH', url, payload: { status: 'paused' } },
    { method: 'DELETE', url },
    { method: 'POST', url: `${url}/test` },
  ] as const)
    expect((await call(request, errorSchema, 404, 'bob')).error.code).toBe('NOT_FOUND')
  for (const path of ['/v1/alerts', '/v1/alerts/events', '/v1/alerts/webhook-secret'])
    expect((await app.inject(path)).statusCode).toBe(401)
  const secrets = await Promise.all(
    ['ada', 'bob', 'ada'].map((token) =>
      call({ url: '/v1/alerts/webhook-secret' }, secretSchema, 200, token),
    ),
  )
  expect(secrets[0]).toEqual(secrets[2])
  expect(secrets[0]).not.toEqual(secrets[1])
})

test('an owner has no more alerts than allowed', async () => {
  const { call, make } = await serve({ alerts: { mostAlerts: 2 } })
  await make({})
  await make({})
  const request = { method: 'POST', url: '/v1/alerts', payload: priceAlert(1) } as const
  expect((await call(request, errorSchema, 400)).error.message).toMatch(/2 alerts/)
})

/** Lines of `/v1/alerts/events`, as they come. */
async function listen(url: string) {
  const abort = new AbortController()
  closing.push(() => abort.abort())
  const response = await fetch(url, { signal: abort.signal })
  expect(response.headers.get('content-type')).toContain('application/x-ndjson')
  const lines: { type: string; firing?: { sequence: number; test: boolean } }[] = []
  const reading = async () => {
    let rest = ''
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const parts = `${rest}${chunk}`.split('\n')
      rest = parts.pop() ?? ''
      for (const part of parts) lines.push(JSON.parse(part))
    }
  }
  void reading().catch(() => {})
  return { sequences: () => lines.flatMap(({ firing }) => firing?.sequence ?? []), lines, abort }
}

test('a price that is reached is told live, stands in the history, and is posted to the webhook', async () => {
  const received: string[] = []
  const receiver = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    received.push(body)
    response.end()
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  closing.push(() => receiver.close())
  const address = receiver.address()
  const webhook = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/hook`

  const { call, make, emit, url } = await serve({ alerts: { webhooks: { allowPrivate: true } } })
  const events = await listen(`${await url()}/v1/alerts/events`)
  const now = Math.floor(Date.now() / minute)
  const { id } = await make({ condition: crossing(now + 100), evaluate: 'tick', webhook })
  await vi.waitFor(
    async () => expect((await call({ url: `/v1/alerts/${id}` }, alertSchema)).watch?.state).toBe('watching'),
    { timeout: 5_000 },
  )
  emit(bar(now * minute, now + 101))
  await vi.waitFor(() => expect(events.sequences()).toEqual([1]), { timeout: 5_000 })
  await vi.waitFor(() => expect(received).toHaveLength(1))
  expect(JSON.parse(received[0] ?? '')).toMatchObject({
    type: 'alert.fired',
    data: { alertId: id, price: now + 101 },
  })
  await vi.waitFor(async () => {
    const { firings, unread } = await call({ url: '/v1/alerts/firings' }, firingListSchema)
    expect(firings).toMatchObject([
      { alertId: id, sequence: 1, delivery: { status: 'delivered', attempts: 1 } },
    ])
    expect(unread).toEqual({ last: 1, read: 0 })
  })
  expect((await call({ url: `/v1/alerts/${id}` }, alertSchema)).status).toBe('done')
  const payload = { sequence: 1 }
  expect(await call({ method: 'POST', url: '/v1/alerts/read', payload }, unreadSchema)).toEqual({
    last: 1,
    read: 1,
  })
})

test('a reader that comes back hears what it missed, in order and once', async () => {
  const { call, make, url } = await serve()
  const { id } = await make({})
  const base = await url()
  const fire = () => call({ method: 'POST', url: `/v1/alerts/${id}/test` }, firingSchema, 201)
  const first = await listen(`${base}/v1/alerts/events`)
  await fire()
  await vi.waitFor(() => expect(first.sequences()).toEqual([1]))
  first.abort.abort()
  for (let n = 0; n < 4; n++) await fire()
  const second = await listen(`${base}/v1/alerts/events?after=1`)
  await vi.waitFor(() => expect(second.sequences()).toEqual([2, 3, 4, 5]))
  await fire()
  await vi.waitFor(() => expect(second.sequences()).toEqual([2, 3, 4, 5, 6]))
  expect(second.lines.find(({ firing }) => firing)?.firing?.test).toBe(true)
  expect((await fetch(`${base}/v1/alerts/events?after=x`)).status).toBe(400)
})

test('a gateway that closes ends its readers', async () => {
  const { app, url } = await serve()
  const response = await fetch(`${await url()}/v1/alerts/events`)
  await app.close()
  await expect(response.text()).resolves.toContain('heartbeat')
})

test('a preview tells how often an alert would have fired, and makes none', async () => {
  const { call } = await serve()
  const now = Math.floor(Date.now() / minute)
  const request = { method: 'POST', url: '/v1/alerts/preview', payload: priceAlert(now - 20) } as const
  expect(await call(request, previewSchema)).toMatchObject({
    description: `AAPL: close crosses above ${(now - 20).toLocaleString('en-US')} on 1-minute bars`,
    count: 1,
    fired: [(now - 20) * minute],
    bars: expect.any(Number),
  })
  expect((await call({ url: '/v1/alerts' }, alertListSchema)).alerts).toEqual([])
})

test('alerts of a process that is gone go on in the next one', async () => {
  const store = createMemoryStore()
  const now = Math.floor(Date.now() / minute)
  const first = await serve({ store })
  await first.make({ condition: crossing(now + 100), evaluate: 'tick' })
  await first.app.close()
  const { emit, call } = await serve({ store })
  await vi.waitFor(
    async () =>
      expect((await call({ url: '/v1/alerts' }, alertListSchema)).alerts[0]?.watch?.state).toBe('watching'),
    { timeout: 5_000 },
  )
  emit(bar(now * minute, now + 101))
  await vi.waitFor(async () =>
    expect((await call({ url: '/v1/alerts/firings' }, firingListSchema)).firings).toHaveLength(1),
  )
})

test('the routes are in the OpenAPI document, and gone where there are to be no alerts', async () => {
  const { app } = await serve()
  const { paths } = (await app.inject('/v1/openapi.json')).json()
  expect(Object.keys(paths['/v1/alerts/{id}'])).toEqual(['get', 'patch', 'delete'])
  const without = await serve({ alerts: false })
  expect((await without.app.inject('/v1/alerts')).statusCode).toBe(404)
})
