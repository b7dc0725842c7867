import { Writable } from 'node:stream'
import { createClient } from '@starkmatter/core'
import fc from 'fast-check'
import fastify, { LogController } from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { answerErrors } from '../gateway/answer-errors.ts'
import { createGateway } from '../gateway/createGateway.ts'
import type { Identity } from '../identity/identity.ts'
import { testProvider } from '../testing/test-provider.ts'
import { logRequests } from './logRequests.ts'
import { openLog } from './openLog.ts'
import { requestIdOf } from './request-context.ts'

const apps: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()))
})

async function serve(identity?: Identity) {
  const lines: string[] = []
  const log = openLog({
    level: 'debug',
    stream: new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk))
        done()
      },
    }),
  })
  const app = fastify({
    loggerInstance: log.pino,
    logController: new LogController({ disableRequestLogging: true }),
    requestIdHeader: false,
    genReqId: requestIdOf,
  })
  apps.push(app)
  logRequests(app)
  const { logger } = log
  const client = createClient({ providers: [testProvider().provider], logger })
  answerErrors(app, (error, facts) => log.pino.error({ err: error, starkmatter: facts }, 'A request failed'))
  await app.register(createGateway({ client, logger, identity }))
  app.post('/fails', async ({ headers, url, body }) => {
    logger.warn('About to fail', { headers, url, body })
    await new Promise((resolve) => setTimeout(resolve, 1))
    throw new Error(`It failed for ${url}, told ${JSON.stringify(headers)} and ${JSON.stringify(body)}`)
  })
  const requests = () =>
    lines.map((line) => JSON.parse(line)).filter((entry) => 'http.response.status_code' in entry)
  return { app, lines, requests }
}

test('a request is one line: route, status, time and who asked, never its address', async () => {
  const identity: Identity = {
    isCurrent: async () => true,
    authenticate: async () => ({ id: 'user-7', name: 'Ada', role: 'user' }),
  }
  const { app, requests } = await serve(identity)
  await app.inject({ url: '/v1/quotes?symbols=AAPL', headers: { authorization: 'Bearer abcdefgh' } })
  await app.inject('/v1/nothing/at-all?apikey=abcdefgh')
  expect(requests()).toMatchObject([
    {
      'log.level': 'info',
      message: expect.stringMatching(/^GET \/v1\/quotes 200 [\d.]+ ms$/),
      'http.request.method': 'GET',
      'http.route': '/v1/quotes',
      'http.response.status_code': 200,
      'event.outcome': 'success',
      'event.duration': expect.any(Number),
      'user.id': 'user-7',
    },
    { 'http.route': '/v1/*', 'http.response.status_code': 404 },
  ])
  expect(JSON.stringify(requests())).not.toContain('at-all')
})

test('probes are told when they fail only', async () => {
  const { app, requests } = await serve()
  await app.inject('/healthz')
  await app.inject('/metrics')
  expect(requests()).toEqual([])
})

test('a request keeps the id and the trace that it came with, on all lines that are written on its way', async () => {
  const { app, lines } = await serve()
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
  const { headers } = await app.inject({
    method: 'POST',
    url: '/fails',
    headers: { 'x-request-id': 'order-17', traceparent: `00-${trace}-00f067aa0ba902b7-01` },
  })
  expect(headers['x-request-id']).toBe('order-17')
  const entries = lines.map((line) => JSON.parse(line)).filter(({ message }) => /fail/.test(message))
  expect(entries.length).toBeGreaterThanOrEqual(2)
  for (const entry of entries)
    expect(entry).toMatchObject({ 'http.request.id': 'order-17', 'trace.id': trace })
})

test.each(['', 'a b', 'a\tb', 'x'.repeat(65), '{"a":1}', 'ä'])(
  'the id %j of a stranger is replaced',
  async (given) => {
    expect(requestIdOf({ headers: { 'x-request-id': given } })).toMatch(/^[0-9a-f-]{36}$/)
  },
)

test('a trace that is none is not told', async () => {
  const { app, requests } = await serve()
  for (const traceparent of [
    '',
    'x',
    `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
    `00-${'a'.repeat(32)}-${'0'.repeat(16)}-01`,
  ])
    await app.inject({ url: '/v1/status', headers: { traceparent } })
  expect(requests()).toHaveLength(4)
  for (const entry of requests()) expect(entry).not.toHaveProperty('trace.id')
})

test('what a caller sends as a credential is in no line, also where code logs all that it was given and fails', async () => {
  const { app, lines } = await serve()
  const header = fc.constantFrom('authorization', 'Authorization', 'COOKIE', 'x-api-key', 'X-Access-Token')
  const field = fc.constantFrom('apikey', 'API_KEY', 'token', 'password', 'client_secret')
  const secret = fc.stringMatching(/^[A-Za-z0-9]{12,40}$/)
  await fc.assert(
    fc.asyncProperty(header, field, secret, async (name, query, drawn) => {
      lines.length = 0
      const planted = `s3cr${drawn}`
      await app.inject({
        method: 'POST',
        url: `/fails?symbol=AAPL&${query}=${planted}`,
        headers: { [name]: `Bearer ${planted}` },
        payload: { [query]: planted },
      })
      expect(lines.length).toBeGreaterThanOrEqual(3)
      expect(lines.join('').toLowerCase()).not.toContain(planted.toLowerCase())
    }),
    { numRuns: 50 },
  )
})
