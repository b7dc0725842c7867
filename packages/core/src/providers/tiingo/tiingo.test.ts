import { expect, test } from 'vitest'
import { createClient } from '../../client/createClient.ts'
import { HttpResponse } from '../../provider/index.ts'
import { describeRecordings } from '../../testing/describe-recordings.ts'
import { createFakeTiingo } from '../../testing/fake-tiingo.ts'
import { describeProvider, loadProvider, recordAnswers } from '../../testing/index.ts'
import { sampleQuery } from '../../testing/sample-query.ts'
import { tiingo } from './tiingo.ts'

const apiKey = 'a-secret-key'
const venue = await createFakeTiingo()
const { now } = venue.market
const query = { now, start: now - 60 * 86_400_000, end: now + 1, text: 'aapl' }
const answers = await recordAnswers(tiingo(venue.options), query)
await venue.close()

describeProvider('tiingo', {
  create: () => tiingo({ apiKey }),
  secret: apiKey,
  query,
  answers: {
    ...answers,
    unknownSymbol: new HttpResponse({ status: 404, text: '{"detail":"Not found."}' }),
  },
  instruments: [
    'equity:AAPL',
    'equity:BRK.B',
    'equity:BAC.PRL',
    'crypto:BTC/USD',
    'crypto:FLDC/BTC',
    'fx:EUR/USD',
  ],
})

describeRecordings({
  provider: tiingo({ apiKey }),
  routes: [
    { endpoint: /daily\/GOOGL\/prices.*columns/, operation: 'getBars', symbol: () => 'googl' },
    {
      endpoint: /daily\/GOOGL\/prices/,
      operation: 'getBars',
      symbol: () => 'googl',
      query: { adjustment: 'splits+dividends' },
    },
    { endpoint: /daily\/GOOGL/, operation: 'getProfile', symbol: () => 'googl' },
    { endpoint: /iex\/GOOGL/, operation: 'getBars', symbol: () => 'googl', query: { interval: '30m' } },
    { endpoint: /crypto\/prices/, operation: 'getBars', symbol: () => 'btcusd' },
    { endpoint: /statements/, operation: 'getFinancials', symbol: () => 'googl' },
    { endpoint: /tiingo\/news\?/, operation: 'getNews' },
  ],
  refusals: {
    'tiingo/news_bulk.json': 'NOT_ENTITLED',
    'tiingo/news_bulk_file_ids.json': 'NOT_ENTITLED',
  },
})

const rows = [
  ['2020-08-26', 506.09, 1],
  ['2020-08-27', 500.04, 1],
  ['2020-08-28', 499.23, 1],
  ['2020-08-31', 129.04, 4],
  ['2020-09-01', 134.18, 1],
] as const

async function barsOf(options: object) {
  const body = rows.map(([day, close, splitFactor]) => ({
    date: `${day}T00:00:00.000Z`,
    open: close,
    high: close,
    low: close,
    close,
    volume: 100,
    divCash: 0,
    splitFactor,
  }))
  const asked: string[] = []
  const client = createClient({
    providers: [tiingo({ apiKey })],
    fetch: async (input) => {
      asked.push(String(input))
      return new Response(JSON.stringify(body))
    },
  })
  const range = { symbol: 'AAPL', start: '2020-08-24', end: '2020-09-05' } as const
  const bars = await client.getBars({ ...range, interval: '1d', ...options })
  return { bars, asked }
}

test('a trading day begins at midnight in New York, and its date is the one sent', async () => {
  const { bars } = await barsOf({})
  expect(bars.adjustment).toBe('raw')
  expect(bars.at(0)).toMatchObject({ time: Date.UTC(2020, 7, 26, 4), date: '2020-08-26', close: 506.09 })
})

test('prices adjusted for splits are made of those as traded, and the question reaches to today', async () => {
  const { bars, asked } = await barsOf({ adjustment: 'splits' })
  expect([...bars.close]).toEqual([126.5225, 125.01, 124.8075, 129.04, 134.18])
  expect([...bars.volume]).toEqual([400, 400, 400, 100, 100])
  expect(asked.some((url) => url.includes('endDate'))).toBe(false)
})

test('a week is made of its days and begins on Monday', async () => {
  const { bars } = await barsOf({ adjustment: 'splits', interval: '1w' })
  expect([...bars].map(({ date, open, close, volume }) => [date, open, close, volume])).toEqual([
    ['2020-08-24', 126.5225, 124.8075, 1200],
    ['2020-08-31', 129.04, 134.18, 200],
  ])
})

test('bars of an hour come as traded only', async () => {
  const client = createClient({ providers: [tiingo({ apiKey })] })
  const ask = client.getBars({ symbol: 'AAPL', interval: '1h', start: '2024-06-03', adjustment: 'splits' })
  await expect(ask).rejects.toMatchObject({ code: 'UNSUPPORTED' })
})

test('quotes of shares, pairs and currencies come from three addresses', async () => {
  await using live = await createFakeTiingo()
  const client = createClient({ providers: [tiingo(live.options)] })
  const quotes = await client.getQuotes({ symbols: ['EURUSD', 'AAPL', 'BTC-USD'] })
  const [today] = live.market.latest('AAPL')
  expect(quotes.map(({ instrument, last }) => [instrument.id, last])).toMatchObject([
    ['fx:EUR/USD', expect.any(Number)],
    ['equity:AAPL', today?.close],
    ['crypto:BTC/USD', expect.any(Number)],
  ])
  for (const { url } of live.requests) expect(url.href).not.toContain(live.options.apiKey)
})

test('dividends and splits are days of the daily prices', async () => {
  await using live = await createFakeTiingo()
  const client = createClient({ providers: [tiingo(live.options)] })
  const { actions } = await client.getCorporateActions({
    symbol: 'AAPL',
    start: '2020-01-01',
    end: '2024-06-01',
  })
  expect(actions.map(({ type }) => type)).toEqual(['split', 'dividend', 'dividend', 'dividend', 'dividend'])
})

test.each([
  [200, '{"detail":"Error: You have run over your hourly request allocation."}', 'RATE_LIMITED'],
  [401, '{"detail":"Invalid token."}', 'INVALID_KEY'],
  [403, '{"detail":"You do not have permission to access the News API"}', 'NOT_ENTITLED'],
  [200, 'Error: Ticker not found', 'UNKNOWN_SYMBOL'],
])('%i %s is %s', async (status, text, code) => {
  const provider = await loadProvider(tiingo({ apiKey }))
  const parse = () =>
    provider.getBars.parse(new HttpResponse({ status, text }), sampleQuery(provider, 'getBars'))
  expect(parse).toThrow(expect.objectContaining({ code }))
})
