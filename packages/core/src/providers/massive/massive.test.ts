import { expect, test } from 'vitest'
import { createClient } from '../../client/createClient.ts'
import { parseInstrument } from '../../market/index.ts'
import { HttpResponse } from '../../provider/index.ts'
import { describeProvider } from '../../testing/describe-provider.ts'
import { createFakeMassive } from '../../testing/fake-massive.ts'
import { loadProvider } from '../../testing/load-provider.ts'
import { recordAnswers } from '../../testing/record-answers.ts'
import { httpOperation, sampleQuery } from '../../testing/sample-query.ts'
import { massive } from './massive.ts'

const venue = await createFakeMassive()
const { now } = venue.market
const query = { now, start: now - 60 * 86_400_000, end: now + 1, market: 'XNYS' }
const answers = await recordAnswers(massive(venue.options), {
  ...query,
  start: now - 10 * 86_400_000,
})
await venue.close()

describeProvider('massive', {
  create: () => massive({ apiKey: 'secret-key' }),
  secret: 'secret-key',
  query,
  answers: { ...answers, unknownSymbol: undefined },
  instruments: [
    'equity:AAPL',
    'equity:BRK.B',
    'equity:BAC.PRL',
    'index:SPX',
    'crypto:BTC/USD',
    'crypto:DOGE/USDT',
    'fx:EUR/USD',
    'option:AAPL.2023-06-16.C.150',
    'future:ES.2026-12',
    'future:6E.2027-03',
  ],
})

test('bars of several pages come in order, with the key in the header of each request and in no URL', async () => {
  await using live = await createFakeMassive({ pageSize: 7 })
  const client = createClient({ providers: [massive({ ...live.options, limits: [] })] })
  const bars = await client.getBars({
    symbol: 'AAPL',
    interval: '1d',
    start: '2024-04-01',
    end: '2024-05-31',
  })
  expect(live.requests.length).toBeGreaterThan(5)
  const truth = live.market.bars('AAPL', '1d', Date.UTC(2024, 3, 1), Date.UTC(2024, 5, 1))
  expect([...bars.close]).toEqual(truth.map(({ close }) => close))
  for (const { url, headers } of live.requests) {
    expect(url.href).not.toContain(live.options.apiKey)
    expect(headers.authorization).toBe(`Bearer ${live.options.apiKey}`)
  }
})

test('a plan that does not reach so far is NOT_ENTITLED, a bad key is INVALID_KEY', async () => {
  await using live = await createFakeMassive({ historyMs: 86_400_000 })
  const ask = (apiKey: string) =>
    createClient({ providers: [massive({ ...live.options, apiKey })] }).getBars({
      symbol: 'AAPL',
      interval: '1d',
      start: '2024-04-01',
      end: '2024-05-31',
    })
  await expect(ask(live.options.apiKey)).rejects.toMatchObject({ code: 'NOT_ENTITLED' })
  await expect(ask('wrong')).rejects.toMatchObject({ code: 'INVALID_KEY' })
})

test('a session of futures belongs to the day on which it ends', async () => {
  const provider = await loadProvider(massive({ apiKey: 'key' }))
  const instrument = provider.symbols.fromProvider('GCJ5')
  if (!instrument) throw new Error('GCJ5')
  const row = { open: 1, high: 3, low: 1, close: 2, volume: 9, transactions: 4, ticker: 'GCJ5' }
  const results = ['2025-02-04', '2025-02-05'].map((session_end_date) => ({ ...row, session_end_date }))
  const asked = sampleQuery(provider, 'getBars', { instrument, symbol: 'GCJ5' })
  expect(provider.getBars.request(asked).url).toContain('/futures/v1/aggs/GCJ5?resolution=1session')
  const bars = provider.getBars.parse(toResponse({ status: 'OK', results }), asked)
  expect([...bars].map(({ date, close, trades }) => [date, close, trades])).toEqual([
    ['2025-02-04', 2, 4],
    ['2025-02-05', 2, 4],
  ])
})

test('nanoseconds of a trade survive to the last digit', async () => {
  await using live = await createFakeMassive()
  const client = createClient({ providers: [massive(live.options)] })
  const [trade] = await client.getTrades({
    symbol: 'AAPL',
    start: Date.UTC(2024, 5, 13, 14),
    end: Date.UTC(2024, 5, 13, 15),
    limit: 3,
  })
  expect(trade?.timeNs).toMatch(/^\d{13}123457$/)
  expect(String(trade?.time)).toBe(trade?.timeNs?.slice(0, 13))
})

test('dividends and splits of two endpoints are one list', async () => {
  await using live = await createFakeMassive()
  const client = createClient({ providers: [massive(live.options)] })
  const { actions } = await client.getCorporateActions({
    symbol: 'AAPL',
    start: '2020-01-01',
    end: '2024-06-01',
  })
  expect(actions.map(({ type }) => type)).toEqual(['split', 'dividend', 'dividend', 'dividend', 'dividend'])
})

test('a mixture of classes is one unified snapshot', async () => {
  await using live = await createFakeMassive()
  const client = createClient({ providers: [massive(live.options)] })
  const quotes = await client.getQuotes({ symbols: ['AAPL', 'BTC-USD'] })
  expect(quotes.map(({ instrument }) => instrument.id)).toEqual(['equity:AAPL', 'crypto:BTC/USD'])
  expect(live.requests.map(({ url }) => url.pathname)).toEqual(['/v3/snapshot'])
})

test.each([
  'getBars',
  'getTrades',
  'searchSymbols',
  'getFinancials',
  'getEarnings',
  'getCorporateActions',
  'getOptionChain',
  'getNews',
] as const)('somebody else’s object is no empty answer to %s', async (name) => {
  const provider = await loadProvider(massive({ apiKey: 'key' }))
  const asked = sampleQuery(provider, name, query)
  const operation = httpOperation(provider, name)
  const parse = (body: object) => operation?.parse(toResponse(body), asked)
  for (const body of [{}, { chart: { result: [], error: null } }]) {
    expect(() => parse(body)).toThrow(expect.objectContaining({ code: 'VALIDATION', path: 'results' }))
  }
  // An empty range of bars is told by the core.
  expect(() => parse({ status: 'OK', request_id: 'a' })).not.toThrow()
})

test('futures have snapshots of their own: a mixture takes two requests and keeps its order', async () => {
  await using live = await createFakeMassive()
  const client = createClient({ providers: [massive({ ...live.options, limits: [] })] })
  const quotes = await client.getQuotes({ symbols: ['future:ES.2026-12', 'AAPL', 'BTC-USD'] })
  expect(live.requests.map(({ url }) => url.pathname)).toEqual(['/v3/snapshot', '/futures/v1/snapshot'])
  const [es, aapl] = quotes
  expect(quotes.map(({ instrument }) => instrument.symbol)).toEqual(['ES.2026-12', 'AAPL', 'BTC/USD'])
  expect(es).toMatchObject({ time: now, bidSize: 3, askSize: 5, currency: 'USD', change: null })
  expect(es?.previousClose).toBeGreaterThan(0)
  expect(es?.source.delayedMs).toBe(600_000)
  expect(aapl?.source.delayedMs).toBeNull()
})

test('a futures contract that is not listed is an unknown symbol', async () => {
  const provider = await loadProvider(massive({ apiKey: 'key' }))
  const instrument = parseInstrument('future:ES.2026-12')
  const asked = sampleQuery(provider, 'getQuotes', {
    instruments: [instrument],
    symbols: ['ESZ6'],
    instrument,
  })
  for (const body of [
    { status: 'OK', results: [] },
    { status: 'OK', request_id: 'a' },
  ]) {
    const parse = () => provider.getQuotes.parse(toResponse(body), asked)
    expect(parse).toThrow(expect.objectContaining({ code: 'UNKNOWN_SYMBOL' }))
    const profile = () => provider.getProfile.parse(toResponse(body), { ...asked, symbol: 'ESZ6' })
    expect(profile).toThrow(expect.objectContaining({ code: expect.stringMatching('UNKNOWN_SYMBOL') }))
  }
})

test('contracts have profiles, each from its own list', async () => {
  await using live = await createFakeMassive()
  const client = createClient({ providers: [massive({ ...live.options, limits: [] })] })
  const option = await client.getProfile({ symbol: 'O:AAPL230616C00150000' })
  expect(option).toMatchObject({ exchange: 'BATO', identifiers: { cfi: 'OCASPS', underlying: 'AAPL' } })
  const future = await client.getProfile({ symbol: 'future:ES.2026-12' })
  expect(future).toMatchObject({
    name: 'E-mini S&P 500',
    exchange: 'XCME',
    marketCap: null,
    identifiers: { product: 'ES' },
  })
  expect(live.requests.map(({ url }) => url.pathname)).toEqual([
    '/v3/reference/options/contracts/O%3AAAPL230616C00150000',
    '/futures/v1/contracts',
  ])
})

test('before the first trade of the day there is no open, rather than a price of zero', async () => {
  const body = {
    status: 'OK',
    tickers: [{ ticker: 'AAPL', day: { o: 0, h: 0, l: 0, c: 0, v: 0 }, prevDay: { c: 5 } }],
  }
  const provider = await loadProvider(massive({ apiKey: 'key' }))
  const instrument = provider.symbols.fromProvider('AAPL')
  if (!instrument) throw new Error('AAPL')
  const [quote] = provider.getQuotes.parse(toResponse(body), {
    instruments: [instrument],
    symbols: ['AAPL'],
    now,
    numeric: 'number',
  })
  expect(quote).toMatchObject({ open: null, last: null, volume: null, previousClose: 5 })
})

function toResponse(body: unknown) {
  return new HttpResponse({ status: 200, text: JSON.stringify(body) })
}
