import { createClient, NetworkError } from '@starkmatter/core'
import fastify from 'fastify'
import { afterEach, describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { createMemoryStore } from '../store/memory-store.ts'
import { columnsOf, factsOf } from '../testing/describeStore.ts'
import { testProvider } from '../testing/test-provider.ts'
import { createGateway } from './createGateway.ts'
import type { GatewayOptions } from './options.ts'
import {
  barsSchema,
  errorSchema,
  instrumentsSchema,
  newsSchema,
  quotesSchema,
  searchSchema,
  statusSchema,
} from './schemas.ts'

const apps: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()))
})

async function serve(options: Partial<GatewayOptions> = {}) {
  const app = fastify()
  apps.push(app)
  const client = options.client ?? createClient({ providers: [testProvider().provider] })
  await app.register(createGateway({ ...options, client }))
  const get = async <schema extends z.ZodType>(url: string, schema: schema, status = 200) => {
    const response = await app.inject(url)
    expect({ status: response.statusCode, url }).toEqual({ status, url })
    return schema.parse(response.json())
  }
  return {
    app,
    get,
    refuse: async (url: string, status = 400) => (await get(url, errorSchema, status)).error,
  }
}

const day = 86_400_000
const at = (date: string) => Date.parse(date)

describe('bars', () => {
  test('a range answers the facts of the series and its bars as rows', async () => {
    const { get } = await serve()
    const start = at('2024-03-05T15:00:00Z')
    const body = await get(
      `/v1/bars?symbol=AAPL&interval=1m&start=2024-03-05T15:00:00Z&end=${start + 120_000}`,
      barsSchema,
    )
    expect(body).toMatchObject({
      instrument: 'equity:AAPL',
      interval: '1m',
      timeZone: 'America/New_York',
      currency: 'USD',
      adjustment: 'raw',
      simulated: false,
      source: { provider: 'venue', attempts: [{ provider: 'venue', outcome: 'OK' }] },
    })
    const n = start / 60_000
    expect(body.bars).toEqual([
      [start, n, n + 1, n, n, null],
      [start + 60_000, n + 1, n + 2, n + 1, n + 1, null],
    ])
  })

  test('what a provider makes up stays marked as simulated', async () => {
    const { provider } = testProvider({ simulated: true })
    const { get } = await serve({ client: createClient({ providers: [provider] }) })
    expect(await get('/v1/bars?symbol=AAPL&interval=1d&limit=3', barsSchema)).toMatchObject({
      simulated: true,
    })
    expect(await get('/v1/status', statusSchema)).toMatchObject({
      simulated: true,
      providers: [{ id: 'venue', simulated: true, delayedMs: 0 }],
    })
  })

  test('bars that were fetched once are not fetched again, and the rest of a range is', async () => {
    const asked: { start: number; end: number }[] = []
    const { provider } = testProvider({ onBars: ({ start, end }) => asked.push({ start, end }) })
    const store = createMemoryStore()
    const { get } = await serve({ client: createClient({ providers: [provider] }), store })
    const range = (start: string, end: string) => `/v1/bars?symbol=AAPL&interval=1d&start=${start}&end=${end}`
    const first = await get(range('2024-01-02', '2024-01-31'), barsSchema)
    expect(asked).toHaveLength(1)
    expect((await get(range('2024-01-10', '2024-01-20'), barsSchema)).bars).toEqual(first.bars.slice(8, 19))
    expect(asked).toHaveLength(1)
    const longer = await get(range('2024-01-02', '2024-02-10'), barsSchema)
    expect(longer.bars).toHaveLength(40)
    expect(longer.bars.slice(0, 30)).toEqual(first.bars)
    expect(asked[1]?.start).toBeGreaterThan(at('2024-01-30'))
  })

  test('kept bars are answered when the provider cannot be reached, and say what is missing', async () => {
    let isDown = false
    const { provider } = testProvider({
      onBars: () => {
        if (isDown) throw new NetworkError('No route to the venue.', { provider: 'venue' })
      },
    })
    const { get, refuse } = await serve({ client: createClient({ providers: [provider] }) })
    const month = '/v1/bars?symbol=AAPL&interval=1d&start=2024-01-02&end=2024-01-31'
    await get(month, barsSchema)
    isDown = true
    const body = await get('/v1/bars?symbol=AAPL&interval=1d&start=2024-01-02&end=2024-02-10', barsSchema)
    expect(body.bars).toHaveLength(30)
    expect(body.issues).toMatchObject([
      { kind: 'newest-missing', message: expect.stringContaining('No route') },
    ])
    expect(await refuse('/v1/bars?symbol=IBM&interval=1d&start=2024-01-02', 502)).toMatchObject({
      code: 'NETWORK',
      retryable: true,
      attempts: [{ provider: 'venue', outcome: 'NETWORK' }],
    })
  })

  test('simulated bars are never kept', async () => {
    const store = createMemoryStore()
    const { provider } = testProvider({ simulated: true })
    const { get } = await serve({ client: createClient({ providers: [provider] }), store })
    await get('/v1/bars?symbol=AAPL&interval=1d&start=2024-01-02&end=2024-01-31', barsSchema)
    expect(await store.listSeries('fetched')).toEqual([])
  })
})

describe('imported bars', () => {
  async function withImported(days: number[], facts = factsOf()) {
    const store = createMemoryStore()
    const factors = [{ from: Number.NEGATIVE_INFINITY, until: 2 * day, price: 0.5, split: 0.25 }]
    await store.importSeries(facts, columnsOf(days), factors)
    return { store, ...(await serve({ store })) }
  }

  test('come before those of any provider, the newest of them where no start is given', async () => {
    const { get } = await withImported([1, 2, 3, 4])
    const body = await get('/v1/bars?symbol=AAPL&interval=1d&limit=2', barsSchema)
    expect(body.bars.map(([time]) => time / day)).toEqual([3, 4])
    expect(body).toMatchObject({ source: { provider: 'csv' }, simulated: false, instrument: 'equity:AAPL' })
  })

  test('are adjusted on request, and only where there is a factor file', async () => {
    const { get, store, refuse } = await withImported([1, 2])
    const adjusted = await get('/v1/bars?symbol=AAPL&interval=1d&adjustment=splits', barsSchema)
    expect(adjusted.adjustment).toBe('splits')
    expect(adjusted.bars.map(([, open]) => open)).toEqual([25, 101])
    await store.importSeries(factsOf({ instrument: 'equity:IBM' }), columnsOf([1]), [])
    expect(await refuse('/v1/bars?symbol=IBM&interval=1d&adjustment=splits', 501)).toMatchObject({
      code: 'UNSUPPORTED',
      message: expect.stringContaining('factor file'),
    })
  })

  test('of days make weeks, with the highest high and the sum of known volumes', async () => {
    // 1970-01-05 was a Monday.
    const { get } = await withImported([4.5, 5.5, 6.5, 11.5])
    const { bars } = await get('/v1/bars?symbol=AAPL&interval=1w', barsSchema)
    expect(bars).toEqual([
      [4.5 * day, 100, 102.5, 99.75, 102.125, 110],
      [11.5 * day, 103, 103.5, 102.75, 103.125, null],
    ])
  })

  test('are not continued with made-up ones', async () => {
    const store = createMemoryStore()
    await store.importSeries(factsOf(), columnsOf([1, 2]), [])
    const { provider } = testProvider({ simulated: true })
    const { refuse } = await serve({ store, client: createClient({ providers: [provider] }) })
    expect(await refuse('/v1/bars?symbol=AAPL&interval=1d&start=2024-01-02', 404)).toMatchObject({
      code: 'NO_DATA',
      message: expect.stringContaining('Imported: 1d from 1970-01-01 to 1970-01-02'),
    })
  })

  test('are found by search before others, listed, and quoted by their last bar', async () => {
    const { get } = await withImported([1, 2], factsOf({ instrument: 'crypto:BTC/USD@COINBASE' }))
    const { matches } = await get('/v1/search?q=btc', searchSchema)
    expect(matches[0]).toMatchObject({ instrument: 'crypto:BTC/USD@COINBASE', provider: 'csv' })
    const { instruments } = await get('/v1/instruments', instrumentsSchema)
    expect(instruments).toMatchObject([{ bars: 2, first: day, last: 2 * day, adjustable: true }])
    const { quotes } = await get('/v1/quotes?symbols=BTC-USD,AAPL', quotesSchema)
    expect(quotes).toMatchObject([
      { instrument: 'crypto:BTC/USD', last: 101.125, previousClose: 100.125, time: 2 * day },
      { instrument: 'equity:AAPL', last: 10, source: { provider: 'venue' } },
    ])
  })
})

test('quotes keep the order asked and name the symbols that nobody knows', async () => {
  const { get } = await serve()
  const { quotes, missing } = await get('/v1/quotes?symbols=IBM,NOPE,AAPL', quotesSchema)
  expect(quotes.map(({ instrument }) => instrument)).toEqual(['equity:IBM', 'equity:AAPL'])
  expect(missing).toEqual(['NOPE'])
})

describe('news', () => {
  test('are about the symbols asked for, with ids of instruments and the words and time of the question', async () => {
    const { get } = await serve()
    const end = at('2024-03-05T15:00:00Z')
    const { news } = await get(`/v1/news?symbols=AAPL,IBM&text=falls&end=${end}`, newsSchema)
    expect(news.map(({ title, time, instruments }) => [title, time, instruments])).toEqual([
      ['AAPL falls', end - 1, ['equity:AAPL']],
      ['IBM falls', end - 1, ['equity:IBM']],
    ])
    expect(news[0]).toMatchObject({ provider: 'venue', source: 'Venue wire', simulated: false })
  })

  test('of a provider that makes them up stay marked as simulated', async () => {
    const { provider } = testProvider({ simulated: true })
    const { get } = await serve({ client: createClient({ providers: [provider] }) })
    expect((await get('/v1/news?symbols=AAPL', newsSchema)).news).toMatchObject([{ simulated: true }])
  })

  test('that no provider has are refused as such', async () => {
    const { refuse } = await serve({ client: { providers: [] } })
    expect(await refuse('/v1/news?symbols=AAPL', 501)).toMatchObject({ code: 'UNSUPPORTED' })
  })
})

describe('bad input', () => {
  const reject = [
    ['/v1/bars?interval=1d', 'symbol'],
    ['/v1/bars?symbol=&interval=1d', 'symbol'],
    ['/v1/bars?symbol=%20&interval=1d', 'symbol'],
    ['/v1/bars?symbol=!!&interval=1d', 'symbol'],
    [`/v1/bars?symbol=${'A'.repeat(65)}&interval=1d`, 'symbol'],
    ['/v1/bars?symbol=AAPL&symbol=IBM&interval=1d', 'symbol'],
    ['/v1/bars?symbol=AAPL', 'interval'],
    ['/v1/bars?symbol=AAPL&interval=7q', 'interval'],
    ['/v1/bars?symbol=AAPL&interval=0m', 'interval'],
    ['/v1/bars?symbol=AAPL&interval=1d&start=yesterday', 'start'],
    ['/v1/bars?symbol=AAPL&interval=1d&start=2024-02-30', 'start'],
    ['/v1/bars?symbol=AAPL&interval=1d&start=99999999999999999', 'start'],
    ['/v1/bars?symbol=AAPL&interval=1d&start=2024-01-02&end=2023-01-02', 'start'],
    ['/v1/bars?symbol=AAPL&interval=1d&start=2000&end=1000', 'start'],
    ['/v1/bars?symbol=AAPL&interval=1d&limit=0', 'limit'],
    ['/v1/bars?symbol=AAPL&interval=1d&limit=1.5', 'limit'],
    ['/v1/bars?symbol=AAPL&interval=1d&limit=NaN', 'limit'],
    ['/v1/bars?symbol=AAPL&interval=1d&limit=1000000', 'limit'],
    ['/v1/bars?symbol=AAPL&interval=1d&adjustment=none', 'adjustment'],
    ['/v1/bars?symbol=AAPL&interval=1d&extendedHours=1', 'extendedHours'],
    ['/v1/bars?symbol=AAPL&interval=1d&intervall=1m', 'intervall'],
    ['/v1/quotes', 'symbols'],
    ['/v1/quotes?symbols=,', 'symbols'],
    ['/v1/news?symbols=', 'symbols'],
    [`/v1/news?symbols=${Array.from({ length: 21 }, (_, index) => `S${index}`)}`, 'symbols'],
    ['/v1/news?limit=201', 'limit'],
    ['/v1/news?start=2024-02-30', 'start'],
    ['/v1/news?text=%20', 'text'],
    ['/v1/search', 'q'],
    ['/v1/search?q=%20', 'q'],
    ['/v1/search?q=a&limit=51', 'limit'],
  ] as const

  test.each(reject)('%s names the parameter %s', async (url, parameter) => {
    const { refuse } = await serve()
    expect(await refuse(url)).toMatchObject({ code: 'BAD_REQUEST', parameter, retryable: false })
  })

  test('an unknown symbol and an unknown path are 404s of their own kinds', async () => {
    const { refuse } = await serve()
    expect(await refuse('/v1/bars?symbol=NOPE&interval=1d', 404)).toMatchObject({ code: 'UNKNOWN_SYMBOL' })
    expect(await refuse('/v1/nothing?apikey=secret', 404)).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('what no provider can do is said, not guessed', async () => {
    const { refuse } = await serve({ client: { providers: [] } })
    expect(await refuse('/v1/bars?symbol=AAPL&interval=1d', 501)).toMatchObject({ code: 'UNSUPPORTED' })
  })
})

test('a fault of the gateway shows nothing of its inside', async () => {
  const warnings: unknown[] = []
  const getBars = () => Promise.reject(new TypeError('secret internals at /etc/passwd'))
  const logger = { debug() {}, warn: (...facts: unknown[]) => void warnings.push(facts) }
  const { app } = await serve({ client: { providers: [], getBars }, logger })
  const response = await app.inject('/v1/bars?symbol=AAPL&interval=1d')
  expect(response.statusCode).toBe(500)
  expect(response.body).not.toContain('secret')
  expect(response.json()).toMatchObject({ error: { code: 'INTERNAL' } })
  expect(JSON.stringify(warnings)).toContain('secret internals')
})

test('every answer carries the security headers, and only listed origins may read it', async () => {
  const { app } = await serve({ allowedOrigins: ['https://desk.example'] })
  for (const url of ['/v1/status', '/v1/nothing', '/healthz']) {
    const { headers } = await app.inject(url)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' })
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  }
  const originOf = async (origin: string) =>
    (await app.inject({ url: '/v1/status', headers: { origin } })).headers['access-control-allow-origin']
  expect(await originOf('https://desk.example')).toBe('https://desk.example')
  expect(await originOf('https://evil.example')).toBeUndefined()
})

test('health is answered while the database is opening, readiness once it is open', async () => {
  let open: (store: ReturnType<typeof createMemoryStore>) => void = () => {}
  const store = new Promise<ReturnType<typeof createMemoryStore>>((resolve) => {
    open = resolve
  })
  const { app, get, refuse } = await serve({ store, timeoutMs: 20 })
  expect((await app.inject('/healthz')).statusCode).toBe(200)
  expect((await app.inject('/readyz')).json()).toEqual({
    status: 'waiting',
    reason: 'The store is not ready yet.',
  })
  expect(await refuse('/v1/status', 504)).toMatchObject({ code: 'TIMEOUT', retryable: true })
  open(createMemoryStore())
  await get('/v1/status', statusSchema)
  expect((await app.inject('/readyz')).statusCode).toBe(200)
})

test('the OpenAPI document describes every route and its parameters', async () => {
  const { app } = await serve({ alerts: false })
  const document = (await app.inject('/v1/openapi.json')).json()
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths)).toEqual([
    '/v1/bars',
    '/v1/quotes',
    '/v1/search',
    '/v1/news',
    '/v1/status',
    '/v1/instruments',
    '/v1/session/ways',
  ])
  const names = document.paths['/v1/bars'].get.parameters.map(({ name }: { name: string }) => name)
  expect(names).toEqual(['symbol', 'interval', 'start', 'end', 'limit', 'adjustment', 'extendedHours'])
})

test('a guest application keeps its own errors, not-found answers and headers', async () => {
  const app = fastify()
  apps.push(app)
  app.setErrorHandler((_error, _request, reply) => reply.code(418).send('own error'))
  app.setNotFoundHandler((_request, reply) => reply.code(404).send('own page'))
  app.get('/own', async () => {
    throw new Error('own')
  })
  const client = createClient({ providers: [testProvider().provider] })
  await app.register(createGateway({ client }), { prefix: '/market' })
  expect((await app.inject('/own')).body).toBe('own error')
  const missing = await app.inject('/elsewhere')
  expect(missing.body).toBe('own page')
  expect(missing.headers['x-frame-options']).toBeUndefined()
  expect((await app.inject('/market/v1/bars?symbol=AAPL&interval=1d&limit=2')).json().bars).toHaveLength(2)
  expect((await app.inject('/market/v1/nope')).json()).toMatchObject({ error: { code: 'NOT_FOUND' } })
  expect(Object.keys((await app.inject('/market/v1/openapi.json')).json().paths)).toContain('/market/v1/bars')
})
