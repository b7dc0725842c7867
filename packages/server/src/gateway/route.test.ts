import { EventEmitter, once } from 'node:events'
import { request } from 'node:http'
import { createClient } from '@starkmatter/core'
import fastify, { type InjectOptions } from 'fastify'
import { afterEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { AccessError } from '../identity/AccessError.ts'
import type { Identity } from '../identity/identity.ts'
import { testProvider } from '../testing/test-provider.ts'
import { createGateway } from './createGateway.ts'
import type { GatewayOptions } from './options.ts'
import { defineRoute } from './route.ts'

const apps: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()))
})

const echo = z.object({ who: z.string(), got: z.unknown() })
const order = z.strictObject({
  symbol: z.string().min(1),
  legs: z.array(z.strictObject({ price: z.number() })).optional(),
})

let answered = 0
const routes = [
  defineRoute({
    method: 'POST',
    path: '/v1/orders',
    summary: 'Places an order.',
    body: order,
    status: 201,
    response: echo,
    async answer({ body, principal }) {
      answered++
      return JSON.stringify({ who: principal.name, got: body.symbol })
    },
  }),
  defineRoute({
    method: 'PATCH',
    path: '/v1/orders/:id',
    summary: 'Changes an order.',
    params: z.strictObject({ id: z.string().regex(/^\d+$/, 'a number') }),
    query: z.strictObject({ dry: z.enum(['true', 'false']).optional() }),
    body: order.partial(),
    response: echo,
    answer: async ({ params, query, body, principal }) => ({
      text: JSON.stringify({ who: principal.id, got: { params, query, body } }),
      headers: { etag: '"1"' },
    }),
  }),
  defineRoute({
    method: 'DELETE',
    path: '/v1/orders',
    summary: 'Cancels all orders.',
    access: 'admin',
    status: 204,
    response: z.undefined(),
    answer: async () => '',
  }),
  defineRoute({
    path: '/v1/hello',
    summary: 'Greets.',
    access: 'open',
    response: echo,
    answer: async ({ principal }) => JSON.stringify({ who: principal.name, got: null }),
  }),
]

/** Two tokens that are their owner's name. */
const identity: Identity = {
  async authenticate(token) {
    if (token !== 'ada' && token !== 'root') throw new AccessError('UNAUTHENTICATED', 'Nobody’s token.')
    return { id: token, name: token, role: token === 'root' ? 'admin' : 'user' }
  },
  isCurrent: async () => true,
  routes,
}

async function serve(options: Partial<GatewayOptions> = {}) {
  const app = fastify()
  apps.push(app)
  const client = createClient({ providers: [testProvider().provider] })
  await app.register(createGateway({ client, identity, ...options }))
  const call = async (
    request: InjectOptions,
    token: string | null = 'ada',
  ): Promise<{ status: number; body: unknown; headers: Record<string, unknown> }> => {
    const authorization = token === null ? {} : { authorization: `Bearer ${token}` }
    const response = await app.inject({ ...request, headers: { ...authorization, ...request.headers } })
    const body: unknown = response.body === '' ? undefined : response.json()
    return { status: response.statusCode, body, headers: response.headers }
  }
  return { app, call }
}

const post = (payload: unknown, headers: Record<string, string> = {}): InjectOptions => ({
  method: 'POST',
  url: '/v1/orders',
  headers: { 'content-type': 'application/json', ...headers },
  payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
})

describe('a route with a body', () => {
  test('answers with its own status what its schemas read', async () => {
    const { call } = await serve()
    expect(await call(post({ symbol: 'AAPL' }))).toMatchObject({
      status: 201,
      body: { who: 'ada', got: 'AAPL' },
    })
    const url = '/v1/orders/7?dry=true'
    expect(await call({ method: 'PATCH', url, payload: { symbol: 'IBM' } })).toMatchObject({
      status: 200,
      headers: { etag: '"1"' },
      body: { who: 'ada', got: { params: { id: '7' }, query: { dry: 'true' }, body: { symbol: 'IBM' } } },
    })
    expect(await call({ method: 'DELETE', url: '/v1/orders' }, 'root')).toMatchObject({
      status: 204,
      body: undefined,
    })
  })

  test.each([
    ['nothing', post(''), 400, 'body'],
    ['no JSON', post('{"symbol":'), 400, 'body'],
    ['a list', post([]), 400, 'body'],
    ['a key too few', post({}), 400, 'symbol'],
    ['a key too many', post({ symbol: 'A', side: 'buy' }), 400, 'side'],
    ['a wrong type within', post({ symbol: 'A', legs: [{ price: 1 }, { price: '2' }] }), 400, 'legs.1.price'],
    ['a key too few within', post({ symbol: 'A', legs: [{}] }), 400, 'legs.0.price'],
    ['a key too many within', post({ symbol: 'A', legs: [{ price: 1, x: 1 }] }), 400, 'legs.0.x'],
    ['a prototype', post('{"__proto__":{"symbol":"A"}}'), 400, 'body'],
    ['more than 64 KiB', post({ symbol: 'A'.repeat(70_000) }), 413, 'body'],
    ['text', post('symbol', { 'content-type': 'text/plain' }), 415, 'body'],
    ['a form', post('symbol=A', { 'content-type': 'application/x-www-form-urlencoded' }), 415, 'body'],
    ['a part of the path that is not right', { method: 'PATCH' as const, url: '/v1/orders/x' }, 400, 'id'],
    ['an unknown parameter', { method: 'PATCH' as const, url: '/v1/orders/7?wet=1' }, 400, 'wet'],
    [
      'a body where there is none',
      { method: 'DELETE' as const, url: '/v1/orders', payload: { all: true } },
      400,
      'all',
    ],
  ])('refuses %s and names it', async (_what, request, status, parameter) => {
    const { call } = await serve()
    expect(await call(request, 'root')).toMatchObject({
      status,
      body: { error: { code: 'BAD_REQUEST', parameter, retryable: false } },
    })
  })
})

describe('who may call', () => {
  const quotes = { url: '/v1/quotes?symbols=AAPL' }

  test('without an identity everybody is the local principal, who may do everything', async () => {
    const { call } = await serve({ identity: { ...identity, routes } })
    expect((await call(quotes, null)).status).toBe(401)
    const open = await serve({ identity: undefined })
    expect((await open.call(quotes, null)).status).toBe(200)
  })

  test.each([
    ['no credentials', undefined],
    ['those of nobody', 'Bearer eve'],
    ['another scheme', 'Basic YWRhOg=='],
    ['nothing after Bearer', 'Bearer'],
  ])('%s are refused with 401, before the body is read', async (_what, authorization) => {
    const { call } = await serve()
    const before = answered
    const headers = authorization === undefined ? {} : { authorization }
    const requests: InjectOptions[] = [quotes, post('not json'), { url: '/v1/openapi.json' }]
    for (const request of requests) {
      expect(await call({ ...request, headers: { ...request.headers, ...headers } }, null)).toMatchObject({
        status: 401,
        headers: { 'www-authenticate': 'Bearer' },
        body: { error: { code: 'UNAUTHENTICATED', retryable: false } },
      })
    }
    expect(answered).toBe(before)
  })

  test('an admin’s route refuses a user with 403, and an open one takes everybody', async () => {
    const { call } = await serve()
    expect(await call({ method: 'DELETE', url: '/v1/orders' })).toMatchObject({
      status: 403,
      body: { error: { code: 'FORBIDDEN' } },
    })
    expect(await call({ url: '/v1/hello' }, null)).toMatchObject({ status: 200, body: { who: 'Somebody' } })
    for (const url of ['/healthz', '/readyz']) expect((await call({ url }, null)).status).toBe(200)
  })
})

describe('pages', () => {
  const listed = 'https://desk.example'

  test('of another host change nothing, and those that are allowed do', async () => {
    const { call } = await serve({ allowedOrigins: [listed] })
    const from = (origin: string) => call(post({ symbol: 'A' }, { origin, host: 'market.example' }))
    for (const origin of ['https://evil.example', 'null', 'https://market.example.evil.example'])
      expect(await from(origin)).toMatchObject({ status: 403, body: { error: { code: 'FORBIDDEN' } } })
    expect((await from('https://market.example')).status).toBe(201)
    expect(await from(listed)).toMatchObject({
      status: 201,
      headers: { 'access-control-allow-origin': listed },
    })
  })

  test('ask first what they may send, and no answer ever allows a cookie', async () => {
    const { call } = await serve({ allowedOrigins: [listed] })
    const ask = (origin: string) =>
      call(
        {
          method: 'OPTIONS',
          url: '/v1/orders',
          headers: { origin, 'access-control-request-method': 'POST' },
        },
        null,
      )
    const { status, headers } = await ask(listed)
    expect(status).toBe(204)
    expect(headers).toMatchObject({
      'access-control-allow-origin': listed,
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-allow-methods': expect.stringContaining('POST'),
    })
    expect(headers).not.toHaveProperty('access-control-allow-credentials')
    expect((await ask('https://evil.example')).headers).not.toHaveProperty('access-control-allow-origin')
  })
})

test('a caller that goes away aborts its route', async () => {
  const events = new EventEmitter()
  const begun = once(events, 'begun')
  const aborted = once(events, 'aborted')
  const slow = defineRoute({
    path: '/v1/slow',
    summary: 'Waits.',
    response: z.unknown(),
    answer: ({ signal }) =>
      new Promise((_, reject) => {
        events.emit('begun')
        signal.addEventListener('abort', () => {
          events.emit('aborted')
          reject(new AccessError('FORBIDDEN', 'gone'))
        })
      }),
  })
  const { app } = await serve({ identity: { ...identity, routes: [slow] } })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const outgoing = request(`${url}/v1/slow`, { headers: { authorization: 'Bearer ada' } })
  outgoing.on('error', () => {})
  outgoing.end()
  await begun
  outgoing.destroy()
  await aborted
})

test('the OpenAPI document tells method, path, body, status and who may call', async () => {
  const { call } = await serve()
  const { body } = await call({ url: '/v1/openapi.json' })
  expect(body).toMatchObject({
    paths: {
      '/v1/orders': {
        post: {
          operationId: 'postOrders',
          requestBody: { content: { 'application/json': { schema: { required: ['symbol'] } } } },
          responses: { 201: { description: 'OK' } },
        },
        delete: { operationId: 'deleteOrders', responses: { 204: { description: 'OK' } } },
      },
      '/v1/orders/{id}': {
        patch: {
          operationId: 'patchOrdersById',
          parameters: [
            { name: 'id', in: 'path', required: true },
            { name: 'dry', in: 'query', required: false },
          ],
        },
      },
      '/v1/hello': { get: { security: [] } },
      '/v1/bars': { get: { operationId: 'bars' } },
    },
  })
})
