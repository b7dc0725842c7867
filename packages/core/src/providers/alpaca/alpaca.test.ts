import { expect, test } from 'vitest'
import { createClient } from '../../client/createClient.ts'
import { type HttpRequest, HttpResponse } from '../../provider/index.ts'
import { describeRecordings } from '../../testing/describe-recordings.ts'
import { createFakeAlpaca } from '../../testing/fake-alpaca.ts'
import { describeProvider, recordAnswers } from '../../testing/index.ts'
import { loadProvider } from '../../testing/load-provider.ts'
import type { Recording } from '../../testing/recordings.ts'
import { sampleQuery } from '../../testing/sample-query.ts'
import { alpaca } from './alpaca.ts'
import { alpacaPauseMs } from './pause.ts'
import { fromAlpaca } from './symbols.ts'

const keys = { keyId: 'an-id', secretKey: 'a-secret-key' }
const venue = await createFakeAlpaca()
const { now } = venue.market
const query = { now, start: now - 60 * 86_400_000, end: now + 1 }
const { getOrderBook: _none, ...answers } = await recordAnswers(alpaca(venue.options), query)
await venue.close()

describeProvider('alpaca', {
  create: () => alpaca(keys),
  secret: keys.secretKey,
  query: { ...query, text: '' },
  answers: {
    ...answers,
    getOrderBook: {
      orderbooks: {
        'BTC/USD': {
          t: '2024-06-14T20:59:59.5Z',
          b: [
            { p: 66_000.5, s: 0.25 },
            { p: 66_000, s: 1 },
          ],
          a: [{ p: 66_001, s: 0.5 }],
        },
      },
    },
    unknownSymbol: new HttpResponse({ status: 400, text: '{"message":"invalid symbol: AAPL"}' }),
  },
  instruments: [
    'equity:AAPL',
    'equity:BRK.B',
    'equity:BAC.PRL',
    'crypto:BTC/USD',
    'crypto:ETH/BTC',
    'option:AAPL.2022-01-21.C.25',
  ],
})

/** The symbols that an answer is about. */
const symbolsIn = ({ response }: Recording) =>
  [...response.text.matchAll(/"([A-Z]{1,5}\d{6}[CP]\d{8}|[A-Z]+\/USD|AAPL|SPY)":/g)]
    .map(([, name]) => name)
    .join()

describeRecordings({
  provider: alpaca(keys),
  routes: [
    { endpoint: /corporate-actions/, operation: 'getCorporateActions', symbol: () => 'SRE' },
    { endpoint: /\/news/, operation: 'getNews' },
    { endpoint: /options\/snapshots/, operation: 'getQuotes', symbol: symbolsIn },
    { endpoint: /\/snapshots/, operation: 'getQuotes', symbol: symbolsIn },
    {
      endpoint: /\/(options|us|stocks)\/bars\?/,
      operation: 'getBars',
      symbol: (r) => symbolsIn(r).split(',')[0] ?? '',
    },
    {
      endpoint: /\/(options|us|stocks)\/trades\?/,
      operation: 'getTrades',
      symbol: (r) => symbolsIn(r).split(',')[0] ?? '',
    },
  ],
})

test('news names pairs without a separator', () => {
  expect(fromAlpaca('BTCUSD')).toMatchObject({ id: 'crypto:BTC/USD' })
})

test('a share of five letters is no pair', () => {
  expect(fromAlpaca('ABUSD')).toMatchObject({ id: 'equity:ABUSD' })
})

test('bars of several pages are one series, and say that they are of one exchange', async () => {
  await using live = await createFakeAlpaca({ pageSize: 7 })
  const client = createClient({ providers: [alpaca(live.options)] })
  const bars = await client.getBars({
    symbol: 'AAPL',
    interval: '1d',
    start: '2024-04-01',
    end: '2024-05-31',
  })
  const truth = live.market.bars('AAPL', '1d', Date.UTC(2024, 3, 1), Date.UTC(2024, 5, 1))
  expect([...bars.close]).toEqual(truth.map(({ close }) => close))
  expect(live.requests.length).toBeGreaterThan(5)
  expect(bars.issues).toMatchObject([{ kind: 'one-exchange' }])
  expect(bars.adjustment).toBe('splits')
  for (const { url, headers } of live.requests) {
    expect(url.href).not.toContain(live.options.secretKey)
    expect(headers['apca-api-secret-key']).toBe(live.options.secretKey)
  }
})

test('quotes of shares, pairs and options come from three addresses, in the order asked', async () => {
  await using live = await createFakeAlpaca()
  const client = createClient({ providers: [alpaca(live.options)] })
  const symbols = ['BTC-USD', 'AAPL', 'AAPL240621C00200000', 'MSFT']
  const quotes = await client.getQuotes({ symbols })
  expect(quotes.map(({ instrument }) => instrument.id)).toEqual([
    'crypto:BTC/USD',
    'equity:AAPL',
    'option:AAPL.2024-06-21.C.200',
    'equity:MSFT',
  ])
  expect(live.requests.map(({ url }) => url.pathname)).toEqual([
    '/v2/stocks/snapshots',
    '/v1beta3/crypto/us/snapshots',
    '/v1beta1/options/snapshots',
  ])
})

test('a feed that the plan lacks is NOT_ENTITLED, a wrong key is INVALID_KEY', async () => {
  await using live = await createFakeAlpaca()
  const ask = (options: object) =>
    createClient({ providers: [alpaca({ ...live.options, ...options })] }).getBars({
      symbol: 'AAPL',
      interval: '1d',
      start: '2024-05-01',
    })
  await expect(ask({ feed: 'sip' })).rejects.toMatchObject({ code: 'NOT_ENTITLED' })
  await expect(ask({ secretKey: 'wrong' })).rejects.toMatchObject({ code: 'INVALID_KEY' })
})

test('nanoseconds of a trade survive to the last digit, and a pair’s taker is told', async () => {
  await using live = await createFakeAlpaca({ pageSize: 2 })
  const client = createClient({ providers: [alpaca(live.options)] })
  const range = { start: Date.UTC(2024, 5, 13, 14), end: Date.UTC(2024, 5, 13, 15), limit: 5 }
  const trades = await client.getTrades({ symbol: 'AAPL', ...range })
  expect(trades).toHaveLength(5)
  expect(trades[0]?.timeNs).toMatch(/^\d{13}123457$/)
  const [first] = await client.getTrades({ symbol: 'BTC-USD', ...range })
  expect(first).toMatchObject({ takerSide: 'buy', size: 0.25 })
})

test('dividends, splits and shares given for shares are one list by date', async () => {
  const provider = await loadProvider(alpaca(keys))
  const body = {
    corporate_actions: {
      stock_dividends: [{ symbol: 'AAPL', ex_date: '2023-05-19', rate: 0.05 }],
      forward_splits: [{ symbol: 'AAPL', ex_date: '2020-08-31', new_rate: 4, old_rate: 1 }],
      reverse_splits: [{ symbol: 'MNTS', ex_date: '2023-08-24', new_rate: 1, old_rate: 50 }],
    },
    next_page_token: null,
  }
  const response = new HttpResponse({ status: 200, text: JSON.stringify(body) })
  const { actions } = provider.getCorporateActions.parse(
    response,
    sampleQuery(provider, 'getCorporateActions'),
  )
  expect(actions).toEqual([
    { type: 'split', date: '2020-08-31', numerator: 4, denominator: 1 },
    { type: 'split', date: '2023-05-19', numerator: 1.05, denominator: 1 },
  ])
})

test('of a chain without an expiry, one that the page cuts is left out', async () => {
  const { getOptionChain } = await loadProvider(alpaca(keys))
  const body = {
    snapshots: { AAPL240621C00200000: {}, AAPL240621P00200000: {}, AAPL240628C00200000: {} },
    next_page_token: 'more',
  }
  const response = new HttpResponse({ status: 200, text: JSON.stringify(body) })
  const asked = sampleQuery(alpaca(keys), 'getOptionChain')
  expect(getOptionChain.parse(response, asked).expiries).toEqual(['2024-06-21'])
  expect(getOptionChain.parse(response, { ...asked, expiry: '2024-06-21' }).contracts).toHaveLength(3)
})

test('further pages of news are asked for until the limit is reached, and no longer', async () => {
  const { getNews } = await loadProvider(alpaca(keys))
  const asked = { ...sampleQuery(alpaca(keys), 'getNews'), limit: 120 }
  const answer = new HttpResponse({
    status: 200,
    text: JSON.stringify({ news: [], next_page_token: 'more' }),
  })
  const sizes: (string | null)[] = []
  let request: HttpRequest | undefined = getNews.request(asked)
  while (request && sizes.length < 10) {
    sizes.push(new URL(request.url).searchParams.get('limit'))
    request = getNews.next(answer, asked, request)
  }
  expect(sizes).toEqual(['50', '50', '20'])
})

test('a used-up window is waited out by the venue’s clock', () => {
  const headers = {
    date: 'Fri, 14 Jun 2024 21:00:00 GMT',
    'x-ratelimit-reset': String(Date.UTC(2024, 5, 14, 21, 0, 7) / 1000),
  }
  const answer = (remaining: string) =>
    new HttpResponse({ status: 200, text: '', headers: { ...headers, 'x-ratelimit-remaining': remaining } })
  expect(alpacaPauseMs(answer('0'))).toBe(7000)
  expect(alpacaPauseMs(answer('3'))).toBeUndefined()
})

test('clock and calendar of New York come from the trading host, an early close and a holiday among them', async () => {
  await using live = await createFakeAlpaca({ now: Date.UTC(2024, 5, 14, 15) })
  const client = createClient({ providers: [alpaca({ ...live.options, baseUrl: 'http://127.0.0.1:9' })] })
  expect(await client.getMarketStatus({ market: 'XNYS' })).toMatchObject({
    state: 'open',
    time: Date.UTC(2024, 5, 14, 15),
    nextChange: Date.UTC(2024, 5, 14, 20),
  })
  const { days, timeZone } = await client.getCalendar({
    market: 'XNAS',
    start: '2024-11-27',
    end: '2024-12-02',
  })
  expect(timeZone).toBe('America/New_York')
  expect(days).toEqual([
    {
      date: '2024-11-27',
      session: { open: Date.UTC(2024, 10, 27, 14, 30), close: Date.UTC(2024, 10, 27, 21), early: false },
    },
    { date: '2024-11-28', session: null },
    {
      date: '2024-11-29',
      session: { open: Date.UTC(2024, 10, 29, 14, 30), close: Date.UTC(2024, 10, 29, 18), early: true },
    },
    {
      date: '2024-12-02',
      session: { open: Date.UTC(2024, 11, 2, 14, 30), close: Date.UTC(2024, 11, 2, 21), early: false },
    },
  ])
  await expect(client.getMarketStatus({ market: 'XLON' })).rejects.toMatchObject({ code: 'UNSUPPORTED' })
})

test('a search looks through shares and pairs, the symbol itself first', async () => {
  await using live = await createFakeAlpaca()
  const client = createClient({ providers: [alpaca(live.options)] })
  const [first, ...others] = await client.searchSymbols({ text: 'aapl' })
  expect(first).toMatchObject({ instrument: { id: 'equity:AAPL' }, exchange: 'NASDAQ', provider: 'alpaca' })
  expect(others.every(({ name }) => /aapl/i.test(name ?? ''))).toBe(true)
  const pairs = await client.searchSymbols({ text: 'BTC' })
  expect(pairs.map(({ instrument }) => instrument.id)).toContain('crypto:BTC/USD')
  const asked = live.requests.map(({ url }) => url.searchParams.get('asset_class'))
  expect(asked).toEqual(['us_equity', 'crypto', 'us_equity', 'crypto'])
})

test('a profile is what the list of assets says; an asset that is not on it is unknown', async () => {
  await using live = await createFakeAlpaca()
  const client = createClient({ providers: [alpaca(live.options)] })
  const profile = await client.getProfile({ symbol: 'AAPL' })
  expect(profile).toMatchObject({ exchange: 'NASDAQ', currency: 'USD', description: null, marketCap: null })
  expect(await client.getProfile({ symbol: 'BTC-USD' })).toMatchObject({
    exchange: 'CRYPTO',
    currency: 'USD',
  })
  await expect(client.getProfile({ symbol: 'ZZZZ' })).rejects.toMatchObject({ code: 'UNKNOWN_SYMBOL' })
})
