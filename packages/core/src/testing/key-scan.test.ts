import { beforeAll, describe, expect, test } from 'vitest'
import { createClient } from '../client/createClient.ts'
import type { Logger } from '../client/types.ts'
import { StarkMatterError } from '../errors/index.ts'
import { financialTimes } from '../news/financial-times/index.ts'
import { newsapi } from '../news/newsapi/index.ts'
import { reddit } from '../news/reddit/index.ts'
import type { Provider } from '../provider/index.ts'
import { alpaca } from '../providers/alpaca/index.ts'
import { alphaVantage } from '../providers/alpha-vantage/index.ts'
import { massive } from '../providers/massive/index.ts'
import { tiingo } from '../providers/tiingo/index.ts'
import { recordTransport } from '../replay/index.ts'
import { createFakeAlpaca } from './fake-alpaca.ts'
import { createFakeAlphaVantage } from './fake-alpha-vantage.ts'
import { createFakeMassive } from './fake-massive.ts'
import { createFakeSocketVenue } from './fake-socket-venue.ts'
import { createFakeTiingo } from './fake-tiingo.ts'
import { createFakeVenue, type FakeRequest, type FakeVenue, type Fault } from './fake-venue.ts'
import { loadProvider } from './load-provider.ts'

const secrets = ['k3y-0f-a-cust0mer-4711', 's3cret-0f-a-cust0mer-0815'] as const
const [key, secret] = secrets

type Keyed = {
  name: string
  create(baseUrl: string, streamUrl: string): Provider
  /** The vendor takes the key nowhere but in the address. */
  keyInUrl?: boolean
}

const keyed: readonly Keyed[] = [
  {
    name: 'massive',
    create: (baseUrl, streamUrl) => massive({ apiKey: key, baseUrl, streamUrl, limits: [] }),
  },
  {
    name: 'alpha-vantage',
    create: (baseUrl) => alphaVantage({ apiKey: key, baseUrl, limits: [] }),
    keyInUrl: true,
  },
  {
    name: 'alpaca',
    create: (baseUrl, streamUrl) =>
      alpaca({ keyId: key, secretKey: secret, baseUrl, tradingUrl: baseUrl, streamUrl }),
  },
  { name: 'tiingo', create: (baseUrl) => tiingo({ apiKey: key, baseUrl }) },
  { name: 'newsapi', create: (baseUrl) => newsapi({ apiKey: key, baseUrl }) },
  { name: 'financial-times', create: (baseUrl) => financialTimes({ apiKey: key, baseUrl }) },
  {
    name: 'reddit',
    create: (baseUrl) =>
      reddit({ clientId: key, clientSecret: secret, userAgent: 'test/1.0', baseUrl, authUrl: baseUrl }),
  },
]

/** Every call of a client, as far as it has it, and those that go to an address of their own. */
const calls: readonly (readonly [name: string, options: object])[] = [
  ['getBars', { symbol: 'AAPL', interval: '1d', start: '2024-05-01', end: '2024-06-01' }],
  ['getQuote', { symbol: 'AAPL' }],
  ['getQuotes', { symbols: ['AAPL', 'MSFT'] }],
  ['getTrades', { symbol: 'AAPL', start: '2024-06-14T15:00:00Z', end: '2024-06-14T15:02:00Z' }],
  ['getOrderBook', { symbol: 'AAPL' }],
  ['searchSymbols', { text: 'apple' }],
  ['getProfile', { symbol: 'AAPL' }],
  ['getFinancials', { symbol: 'AAPL' }],
  ['getEarnings', { symbol: 'AAPL' }],
  ['getCorporateActions', { symbol: 'AAPL', start: '2024-01-01', end: '2024-06-01' }],
  ['getOptionChain', { symbol: 'AAPL' }],
  ['getMarketStatus', {}],
  ['getCalendar', {}],
  ['getNews', { text: 'apple' }],
  ['getBars', { symbol: 'future:ES.2026-12', interval: '1d' }],
  ['getQuotes', { symbols: ['BTC-USD', 'future:ES.2026-12', 'O:AAPL261218C00150000'] }],
  ['getTrades', { symbol: 'BTC-USD' }],
  ['getOrderBook', { symbol: 'BTC-USD' }],
  ['getProfile', { symbol: 'O:AAPL261218C00150000' }],
  ['getProfile', { symbol: 'future:ES.2026-12' }],
]

/** All that a user, a log or a file could get to see of calls to a provider. */
async function everythingTold(provider: Provider, timeoutMs = 1_000): Promise<string[]> {
  const told: string[] = []
  const log: Logger = {
    debug: (message, facts) => told.push(`log ${message} ${inFull(facts)}`),
    warn: (message, facts) => told.push(`log ${message} ${inFull(facts)}`),
  }
  const transport = recordTransport({ write: (line) => told.push(`recording ${line}`) })
  await using client = createClient({ providers: [provider], logger: log, ...transport })
  await Promise.all(
    calls.map(async ([name, options]) => {
      const call: unknown = Reflect.get(client, name)
      if (typeof call !== 'function') return
      try {
        told.push(`${name} ${inFull(await call({ ...options, timeoutMs }))}`)
      } catch (error) {
        if (!StarkMatterError.is(error)) throw error
        told.push(`${name} ${inFull(error)} ${error.stack} ${String(error)}`)
      }
    }),
  )
  return told
}

/** With what hides from JSON: causes, and fields that cannot be listed. */
function inFull(value: unknown): string {
  if (!(value instanceof Error)) return JSON.stringify(value) ?? ''
  const fields = Object.getOwnPropertyNames(value).map((name) => [name, String(Reflect.get(value, name))])
  return `${JSON.stringify(fields)} ${JSON.stringify(value)} ${value.cause ? inFull(value.cause) : ''}`
}

function expectNoKey(told: readonly string[]): void {
  expect(told.length).toBeGreaterThan(0)
  for (const text of secrets) {
    const forms = [text, encodeURIComponent(text), btoa(text), btoa(`${key}:${secret}`)]
    expect(told.filter((line) => forms.some((form) => line.includes(form)))).toEqual([])
  }
}

function expectNoKeyInUrl(requests: readonly FakeRequest[]): void {
  for (const text of secrets) {
    expect(requests.filter(({ url }) => url.href.includes(text)).map(({ url }) => url.href)).toEqual([])
  }
}

/** A venue that says what it was sent wherever it can: in bodies of every kind and in headers. */
function echoes(status: number, form: 'json' | 'text' | 'html') {
  return ({ url, headers, body }: FakeRequest) => {
    const text = `Rejected: ${JSON.stringify(headers)} ${url.href} ${body}`
    const told = { 'x-request': `${headers.authorization ?? headers['x-api-key'] ?? ''}` }
    if (form === 'text') return { status, text, headers: told }
    if (form === 'html') return { status, text: `<!doctype html><p>${text}</p>`, headers: told }
    const json = {
      status: 'ERROR',
      error: text,
      message: text,
      code: 'unknown',
      detail: text,
      Information: text,
    }
    return { status, json, headers: told }
  }
}

// What is loaded when it is first used may take a busy machine longer than the calls below have.
beforeAll(async () => {
  for (const { create } of keyed) await loadProvider(create('http://127.0.0.1:9', 'ws://127.0.0.1:9'))
  await using venue = await createFakeVenue([echoes(400, 'json')])
  await everythingTold(massive({ apiKey: key, baseUrl: venue.url, limits: [] }), 20_000)
}, 60_000)

// Most of these wait for time-outs and pauses, so they wait together.
describe.concurrent.each(keyed)('the key of $name', ({ create, keyInUrl = false }) => {
  test.each([
    [200, 'json'],
    [200, 'html'],
    [400, 'json'],
    [401, 'json'],
    [403, 'text'],
    [404, 'json'],
    [429, 'text'],
    [500, 'html'],
  ] as const)('is told by nobody when the venue says it back with status %i in %s', async (status, form) => {
    await using venue = await createFakeVenue([echoes(status, form)])
    expectNoKey(await everythingTold(create(venue.url, venue.url)))
    expect(venue.requests.length).toBeGreaterThan(0)
    if (!keyInUrl) expectNoKeyInUrl(venue.requests)
  })

  test('is told by nobody when the venue cannot be reached', async () => {
    expectNoKey(await everythingTold(create('http://127.0.0.1:9', 'ws://127.0.0.1:9')))
  })
})

const faults: readonly (Fault | undefined)[] = [
  undefined,
  { kind: 'status', status: 401 },
  { kind: 'status', status: 429 },
  { kind: 'status', status: 503 },
  { kind: 'reset' },
  { kind: 'silence' },
  { kind: 'html' },
  { kind: 'truncated' },
  { kind: 'nan' },
]

type Fake = {
  name: string
  open(): Promise<{ venue: FakeVenue; provider: Provider; own?: readonly string[]; keyInUrl?: boolean }>
}

const fakes: readonly Fake[] = [
  {
    name: 'Massive',
    open: async () => {
      const venue = await createFakeMassive({ apiKey: key })
      return { venue, provider: massive({ ...venue.options, limits: [] }) }
    },
  },
  {
    name: 'Alpha Vantage',
    open: async () => {
      const venue = await createFakeAlphaVantage({ apiKey: key })
      return { venue, provider: alphaVantage({ ...venue.options, limits: [] }), keyInUrl: true }
    },
  },
  {
    name: 'Alpaca',
    open: async () => {
      const venue = await createFakeAlpaca()
      return { venue, provider: alpaca(venue.options), own: [venue.options.keyId, venue.options.secretKey] }
    },
  },
  {
    name: 'Tiingo',
    open: async () => {
      const venue = await createFakeTiingo()
      return { venue, provider: tiingo(venue.options), own: [venue.options.apiKey] }
    },
  },
]

for (const { name, open } of fakes) {
  test.concurrent.each(faults)(
    `${name} answers and fails (%j) without a key in what is told`,
    async (fault) => {
      const { venue, provider, own = [], keyInUrl = false } = await open()
      await using _closed = venue
      if (fault) venue.fail(fault)
      // What answers may take as long as a busy machine makes it.
      const told = await everythingTold(provider, fault ? 1_000 : 20_000)
      expectNoKey(told)
      for (const text of own) expect(told.filter((line) => line.includes(text))).toEqual([])
      if (!fault) {
        const bars = told.filter((line) => line.startsWith('getBars '))
        expect(bars).toContainEqual(expect.stringMatching(/^getBars \{/))
      }
      if (!keyInUrl) {
        expectNoKeyInUrl(venue.requests)
        for (const text of own)
          expect(venue.requests.filter(({ url }) => url.href.includes(text))).toEqual([])
      }
    },
  )
}

test.concurrent.each(keyed.filter(({ name }) => name === 'massive' || name === 'alpaca'))(
  'the key that $name sends over a socket is told by nobody, even if it is said back',
  async ({ create }) => {
    await using live = await createFakeSocketVenue({
      greet: () => [[{ T: 'success', msg: 'connected', ev: 'status', status: 'connected' }]],
      answer: (message) => [
        [{ ev: 'status', status: 'auth_failed', T: 'error', code: 402, message, msg: message }],
      ],
    })
    const told: string[] = []
    const transport = recordTransport({ write: (line) => told.push(`recording ${line}`) })
    const provider = create('http://127.0.0.1:9', live.url)
    await using client = createClient({ providers: [provider], ...transport })
    const failure = new Promise<void>((resolve) => {
      const watch: unknown = Reflect.get(client, 'watchTrades')
      if (typeof watch !== 'function') throw new Error('it streams no trades')
      const trades: ReturnType<NonNullable<typeof client.watchTrades>> = watch({ symbols: ['AAPL'] })
      trades.on('status', (status) => told.push(inFull(status.error), JSON.stringify(status)))
      trades.on('error', (error) => {
        told.push(inFull(error), String(error.stack))
        resolve()
      })
    })
    await failure
    expect(live.heard.join()).toContain(key)
    expect(live.paths.join()).not.toContain(key)
    expectNoKey(told)
  },
)
