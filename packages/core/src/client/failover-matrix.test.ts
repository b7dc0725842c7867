import { beforeAll, expect, test } from 'vitest'
import { createClient, StarkMatterError } from '../index.ts'
import { BarSeries, type BarSeriesFacts, crypto, equity, type Instrument } from '../market/index.ts'
import { defineProvider } from '../provider/index.ts'
import { sendJson, serveBars, startVenue, venueProvider } from './test/venue.ts'

// Loaded beforehand: the first call would wait for a test's transformer, which takes longer than a page's network.
await import('./later.ts')

type Venue = Awaited<ReturnType<typeof startVenue>>

const minute = 60_000
const ids = ['first', 'second', 'third']
const timeoutMs = 4_000

/** What a venue can do wrong, and how its attempt is told. */
type Trouble = {
  name: string
  outcome: RegExp
  spoil?: (venue: Venue) => void
  facts?: Partial<BarSeriesFacts>
}

const answering = (body: string, status = 200) => {
  return (venue: Venue) => venue.answerWith((_url, response) => response.writeHead(status).end(body))
}

const troubles: readonly Trouble[] = [
  { name: '429', outcome: /^RATE_LIMITED$/, spoil: answering('', 429) },
  { name: '500', outcome: /^UPSTREAM$/, spoil: answering('', 500) },
  {
    name: 'an answer after the deadline',
    outcome: /^TIMEOUT$/,
    spoil: (venue) =>
      venue.answerWith((url, response) => setTimeout(() => serveBars(url, response), 20_000).unref()),
  },
  { name: 'silence', outcome: /^TIMEOUT$/, spoil: (venue) => venue.answerWith(() => {}) },
  {
    name: 'a connection that is cut',
    outcome: /^NETWORK$/,
    spoil: (venue) => venue.answerWith((_url, _response, request) => request.socket.destroy()),
  },
  { name: 'garbage', outcome: /^VALIDATION$/, spoil: answering('<html>Please log in</html>') },
  { name: 'JSON that breaks off', outcome: /^VALIDATION$/, spoil: answering('{"rows":[[1,2') },
  {
    name: 'stale data',
    outcome: /^NO_DATA$/,
    spoil: (venue) =>
      venue.answerWith((url, response) => {
        const old = Date.now() - 30 * 24 * 60 * minute
        url.searchParams.set('start', String(old - 10 * minute))
        url.searchParams.set('end', String(old))
        serveBars(url, response)
      }),
  },
  { name: 'another currency', outcome: /^VALIDATION$/, facts: { currency: 'EUR' } },
  { name: 'another adjustment', outcome: /^VALIDATION$/, facts: { adjustment: 'splits+dividends' } },
  { name: 'another instrument', outcome: /^VALIDATION$/, facts: { instrument: equity('AAPI') } },
  { name: 'another interval', outcome: /^VALIDATION$/, facts: { interval: '5m' } },
]

/** Three providers of the same bars; those of `where` are in trouble. */
async function threeVenues(trouble: Trouble, where: readonly number[]) {
  const venues = await Promise.all(ids.map(() => startVenue()))
  const providers = venues.map((venue, index) => {
    const provider = venueProvider({ ...venue, id: ids[index] ?? '' })
    if (!where.includes(index)) return provider
    trouble.spoil?.(venue)
    const { getBars } = provider
    return defineProvider({
      ...provider,
      getBars: {
        ...getBars,
        parse: (response, query) => {
          const series = getBars.parse(response, query)
          return series instanceof BarSeries && trouble.facts ? series.with(trouble.facts) : series
        },
      },
    })
  })
  return {
    venues,
    client: createClient({ providers }),
    async [Symbol.asyncDispose]() {
      for (const venue of venues) await venue[Symbol.asyncDispose]()
    },
  }
}

const newest = () => ({ symbol: 'AAPL', interval: '1m', limit: 10, adjustment: 'splits', timeoutMs }) as const

// What a client loads with its first calls must not be counted against their deadlines.
beforeAll(async () => {
  await using set = await threeVenues({ name: 'nothing', outcome: /./ }, [])
  await set.client.getBars({ ...newest(), timeoutMs: 30_000 })
  await set.client.getQuote({ symbol: 'AAPL', timeoutMs: 30_000 })
})

for (const trouble of troubles) {
  test.concurrent.each([[[0]], [[1]], [[2]], [[0, 1]], [[0, 2]], [[1, 2]]])(
    `${trouble.name} at %j: another provider answers in time, and the attempts are told`,
    async (where) => {
      await using set = await threeVenues(trouble, where)
      const begin = performance.now()
      const bars = await set.client.getBars(newest())
      // Generous: the machine that runs the tests is busy.
      expect(performance.now() - begin).toBeLessThan(timeoutMs + 500)
      const answering = ids.findIndex((_id, index) => !where.includes(index))
      expect(bars.source.provider).toBe(ids[answering])
      expect(bars).toMatchObject({ currency: 'USD', adjustment: 'splits', interval: '1m' })
      expect(bars.instrument.symbol).toBe('AAPL')
      expect(bars.source.attempts.map(({ provider }) => provider)).toEqual(ids.slice(0, answering + 1))
      for (const { provider, outcome, message, elapsedMs } of bars.source.attempts) {
        const isGood = provider === ids[answering]
        expect(outcome).toMatch(isGood ? /^OK$/ : trouble.outcome)
        expect(message === undefined).toBe(isGood)
        expect(elapsedMs).toBeGreaterThanOrEqual(0)
      }
      // Those behind the one that answered were not disturbed.
      for (const venue of set.venues.slice(answering + 1)) expect(venue.requests).toHaveLength(0)
    },
  )

  test.concurrent(`${trouble.name} everywhere: a typed error in time, or the best there is, with three attempts`, async () => {
    await using set = await threeVenues(trouble, [0, 1, 2])
    const begin = performance.now()
    const told: unknown = await set.client.getBars(newest()).catch((error: unknown) => error)
    expect(performance.now() - begin).toBeLessThan(timeoutMs + 500)
    if (told instanceof BarSeries) {
      expect(trouble.name).toBe('stale data')
      expect(told.source.attempts.map(({ outcome }) => outcome)).toEqual(['OK', 'NO_DATA', 'NO_DATA'])
      return
    }
    if (!StarkMatterError.is(told)) throw new Error(`expected a typed error, got ${String(told)}`)
    expect(told.code).toMatch(trouble.outcome)
    expect(told.attempts.map(({ provider }) => provider)).toEqual(ids)
  })
}

test('a provider without the capability is never asked', async () => {
  await using venue = await startVenue(() => {})
  await using bare = await startVenue()
  await using good = await startVenue()
  const { getQuotes: _absent, ...withoutQuotes } = venueProvider({ ...bare, id: 'bare' })
  const client = createClient({
    providers: [
      venueProvider({ ...venue, id: 'silent' }),
      defineProvider(withoutQuotes),
      venueProvider({ ...good, id: 'good' }),
    ],
  })
  const quote = await client.getQuote({ symbol: 'AAPL', timeoutMs: 2_000 })
  expect(quote.source.attempts.map(({ provider }) => provider)).toEqual(['silent', 'good'])
  expect(bare.requests).toHaveLength(0)
})

test('without a wish, the second provider answers in the adjustment of the first, where it has it', async () => {
  await using down = await startVenue(answeringNothing)
  await using good = await startVenue()
  const other = venueProvider({ ...good, id: 'good' })
  const client = createClient({
    providers: [
      venueProvider({ ...down, id: 'down' }),
      defineProvider({ ...other, getBars: { ...other.getBars, adjustments: ['raw', 'splits'] } }),
    ],
  })
  expect(await client.getBars({ symbol: 'AAPL', interval: '1m', limit: 3 })).toMatchObject({
    adjustment: 'splits',
  })
})

function answeringNothing(_url: URL, response: import('node:http').ServerResponse): void {
  sendJson(response, {}, 500)
}

test.each([
  ['a pair in another quote currency', crypto('BTC', 'USDT'), 'USD', true],
  ['a pair in its quote currency', crypto('BTC', 'USDT'), 'usdt', false],
  ['a share of New York in pounds', equity('AAPL', 'XNYS'), 'GBP', true],
  ['a share of Frankfurt in euros', equity('SAP', 'XETR'), 'EUR', false],
  ['a share of London in dollars, as some are', equity('AZT', 'XLON'), 'USD', false],
  ['a share without an exchange in pounds, of a provider that is alone', equity('AZT'), 'GBP', false],
  ['prices whose currency is not said', crypto('BTC', 'USDT'), null, false],
] as const)('%s', async (_name, instrument: Instrument, currency, isRefused) => {
  await using venue = await startVenue()
  const provider = venueProvider(venue)
  const { getBars } = provider
  const client = createClient({
    providers: [
      defineProvider({
        ...provider,
        symbols: { toProvider: ({ symbol }) => symbol, fromProvider: () => undefined },
        getBars: {
          ...getBars,
          assets: ['equity', 'crypto'],
          parse: (response, query) => {
            const series = getBars.parse(response, query)
            return series instanceof BarSeries ? series.with({ currency }) : series
          },
        },
      }),
    ],
  })
  const start = Date.UTC(2024, 0, 2, 15)
  const call = client.getBars({ symbol: instrument, interval: '1m', start, end: start + 3 * minute })
  if (isRefused) await expect(call).rejects.toMatchObject({ code: 'VALIDATION', path: 'currency' })
  else expect(await call).toMatchObject({ currency })
})

test('a stale quote is used only when nobody has a newer one', async () => {
  await using old = await startVenue()
  await using good = await startVenue()
  const withTime = (venue: Venue, id: string, time: number) => {
    const provider = venueProvider({ ...venue, id })
    const { getQuotes } = provider
    return defineProvider({
      ...provider,
      getQuotes: {
        ...getQuotes,
        parse: (response, query) => getQuotes.parse(response, query).map((quote) => ({ ...quote, time })),
      },
    })
  }
  const now = Date.now()
  const stale = withTime(old, 'stale', now - 30 * 24 * 60 * minute)
  const both = createClient({ providers: [stale, withTime(good, 'good', now)] })
  expect((await both.getQuote({ symbol: 'AAPL' })).source).toMatchObject({
    provider: 'good',
    attempts: [{ provider: 'stale', outcome: 'NO_DATA' }, { outcome: 'OK' }],
  })
  good.answerWith(answeringNothing)
  const rest = createClient({ providers: [stale, withTime(good, 'good', now)] })
  expect((await rest.getQuote({ symbol: 'AAPL', timeoutMs: 3_000 })).source.provider).toBe('stale')
})
