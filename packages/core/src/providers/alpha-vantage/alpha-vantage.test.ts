import { describe, expect, test } from 'vitest'
import { createClient } from '../../client/createClient.ts'
import { StarkMatterError } from '../../errors/index.ts'
import { HttpResponse } from '../../provider/index.ts'
import { describeProvider } from '../../testing/describe-provider.ts'
import { createFakeAlphaVantage } from '../../testing/fake-alpha-vantage.ts'
import { loadProvider } from '../../testing/load-provider.ts'
import { recordAnswers } from '../../testing/record-answers.ts'
import { sampleQuery } from '../../testing/sample-query.ts'
import { alphaVantage } from './alpha-vantage.ts'

const venue = await createFakeAlphaVantage()
const { now } = venue.market
const query = { now, start: now - 60 * 86_400_000, end: now + 1 }
const answers = await recordAnswers(alphaVantage(venue.options), query)
await venue.close()

describeProvider('alpha-vantage', {
  create: () => alphaVantage({ apiKey: 'secret-key' }),
  secret: 'secret-key',
  keyInUrl: true,
  query,
  answers: {
    ...answers,
    unknownSymbol: { 'Error Message': 'Invalid API call. Please retry or visit the documentation.' },
  },
  instruments: [
    'equity:AAPL',
    'equity:BRK.B',
    'equity:TSCO@XLON',
    'equity:SHOP@XTSE',
    'crypto:BTC/USD',
    'fx:EUR/USD',
  ],
})

const provider = await loadProvider(alphaVantage({ apiKey: 'secret-key' }))
const bars = sampleQuery(provider, 'getBars', query)

test.each([
  ['Note', 'Our standard API call frequency is 5 calls per minute and 500 calls per day.', 'RATE_LIMITED'],
  [
    'Information',
    'Please consider spreading out your free API requests more sparingly (1 request per second).',
    'RATE_LIMITED',
  ],
  [
    'Information',
    'We have detected your API key as secret-key and our standard API rate limit is 25 requests per day.',
    'QUOTA_EXHAUSTED',
  ],
  [
    'Information',
    'This is a premium endpoint. You may subscribe to any of the premium plans.',
    'NOT_ENTITLED',
  ],
  [
    'Information',
    'The **demo** API key is for demo purposes only. Please claim your free API key.',
    'INVALID_KEY',
  ],
  ['Error Message', 'the parameter apikey is invalid or missing.', 'INVALID_KEY'],
  [
    'Error Message',
    'Invalid API call. Please retry or visit the documentation for TIME_SERIES_DAILY.',
    'UNKNOWN_SYMBOL',
  ],
])('HTTP 200 with %s "%s" is %s', (name, sentence, code) => {
  const response = new HttpResponse({ status: 200, text: JSON.stringify({ [name]: sentence }) })
  try {
    provider.getBars.parse(response, bars)
    expect.unreachable()
  } catch (error) {
    expect(StarkMatterError.is(error) && error.code).toBe(code)
    expect(String(error)).not.toContain('secret-key')
  }
})

test('wall-clock keys are read in the named zone, on both sides of a clock change', () => {
  const row = { '1. open': '1', '2. high': '1', '3. low': '1', '4. close': '1.10', '5. volume': '3' }
  const body = {
    'Meta Data': { '6. Time Zone': 'US/Eastern' },
    'Time Series (1min)': { '2024-07-01 09:30:00': row, '2024-01-02 09:30:00': row },
  }
  const response = new HttpResponse({ status: 200, text: JSON.stringify(body) })
  const series = provider.getBars.parse(response, {
    ...bars,
    interval: '1m',
    start: 0,
    end: Date.UTC(2025, 0),
    numeric: 'string',
  })
  expect([...series.time].map((time) => new Date(time).toISOString())).toEqual([
    '2024-01-02T14:30:00.000Z',
    '2024-07-01T13:30:00.000Z',
  ])
  expect([...series.close]).toEqual(['1.10', '1.10'])
})

test('a week and a month open on their first day, though they are stamped with their last', () => {
  const row = { '1. open': '1', '2. high': '1', '3. low': '1', '4. close': '1', '5. volume': '3' }
  const parse = (title: string, interval: '1w' | '1mo') =>
    provider.getBars.parse(
      new HttpResponse({
        status: 200,
        text: JSON.stringify({
          'Meta Data': { '4. Time Zone': 'US/Eastern' },
          [title]: { '2024-01-31': row },
        }),
      }),
      { ...bars, start: 0, interval },
    )
  expect([...parse('Weekly Time Series', '1w')][0]?.date).toBe('2024-01-29')
  expect([...parse('Monthly Time Series', '1mo')][0]?.date).toBe('2024-01-01')
})

test('the three statements are three requests and one answer', async () => {
  await using live = await createFakeAlphaVantage()
  const client = createClient({ providers: [alphaVantage({ ...live.options, limits: [] })] })
  const { statements } = await client.getFinancials({ symbol: 'AAPL' })
  expect(statements.map(({ statement }) => statement).sort()).toEqual(['balance', 'cash-flow', 'income'])
  expect(statements.find(({ statement }) => statement === 'income')?.values).toEqual({
    revenue: 383_285_000_000,
    netIncome: 96_995_000_000,
  })
})

test('a chain is that of the next expiry, unless another one is asked for', async () => {
  await using live = await createFakeAlphaVantage()
  const client = createClient({ providers: [alphaVantage({ ...live.options, limits: [] })] })
  const chain = await client.getOptionChain({ symbol: 'AAPL' })
  expect(chain.expiries).toEqual(['2024-06-21', '2024-06-28'])
  expect(chain.contracts.map(({ instrument }) => instrument.id)).toEqual([
    'option:AAPL.2024-06-21.C.150',
    'option:AAPL.2024-06-21.P.150',
  ])
  const later = await client.getOptionChain({ symbol: 'AAPL', expiry: '2024-06-28' })
  expect(later.contracts[0]).toMatchObject({ expiry: '2024-06-28', impliedVolatility: 0.25, delta: 0.5 })
})

test('older intraday bars are asked for month by month', () => {
  const intraday = {
    ...bars,
    interval: '5m',
    start: Date.UTC(2023, 10, 20),
    end: Date.UTC(2024, 1, 2),
  } as const
  const months: (string | null)[] = []
  let request: ReturnType<typeof provider.getBars.request> | undefined = provider.getBars.request(intraday)
  while (request) {
    months.push(new URL(request.url).searchParams.get('month'))
    request = provider.getBars.next(new HttpResponse({ status: 200, text: '{}' }), intraday, request)
  }
  expect(months).toEqual(['2023-11', '2023-12', '2024-01', '2024-02'])
})

test('the key, which the vendor takes in the URL only, stands in no error', async () => {
  await using live = await createFakeAlphaVantage()
  live.fail({ kind: 'reset' })
  const client = createClient({ providers: [alphaVantage(live.options)] })
  const error: unknown = await client
    .getQuote({ symbol: 'AAPL', timeoutMs: 1000 })
    .catch((reason: unknown) => reason)
  expect(JSON.stringify(error) + String(error)).not.toContain(live.options.apiKey)
})

test('rows in another order are put in order, and names that are numbers are refused', () => {
  const row = { '1. open': '1', '2. high': '1', '3. low': '1', '4. close': '1', '5. volume': '3' }
  const parse = (rows: object) =>
    provider.getBars.parse(
      new HttpResponse({
        status: 200,
        text: JSON.stringify({ 'Meta Data': { '5. Time Zone': 'US/Eastern' }, 'Time Series (Daily)': rows }),
      }),
      { ...bars, start: 0 },
    )
  const series = parse({ '2024-01-03': row, '2024-01-02': row, '2024-01-04': row })
  expect([...series].map(({ date }) => date)).toEqual(['2024-01-02', '2024-01-03', '2024-01-04'])
  expect(() => parse({ 1: row, 2: row })).toThrow(/a bar under its time/)
})

test('earnings are those reported and those to come, of two requests', async () => {
  await using live = await createFakeAlphaVantage()
  const client = createClient({ providers: [alphaVantage(live.options)] })
  const { history, upcoming, currency } = await client.getEarnings({ symbol: 'AAPL' })
  expect(history).toMatchObject([{ period: '2024-03-31', epsActual: 1.53, when: 'after-close' }])
  expect(upcoming).toMatchObject([
    { period: '2024-06-30', epsEstimate: 1.35, epsActual: null, when: 'after-close' },
    { period: '2024-09-30', epsEstimate: null },
  ])
  expect(currency).toBe('USD')
  expect(live.requests.map(({ url }) => url.searchParams.get('function'))).toEqual([
    'EARNINGS',
    'EARNINGS_CALENDAR',
  ])
})

describe('the calendar of earnings', () => {
  const header = 'symbol,name,reportDate,fiscalDateEnding,estimate,currency'
  const asked = sampleQuery(provider, 'getEarnings', { ...query, symbol: 'IBM' })
  const read = (text: string) => provider.getEarnings.parse(new HttpResponse({ status: 200, text }), asked)

  test('without a date to come is its first line', () => {
    expect(read(`${header}\r\n`).upcoming).toEqual([])
  })

  test('has names in quotes, with commas and quotes in them', () => {
    const row = 'IBM,"International ""Big Blue"", Machines",2024-07-24,2024-06-30,2.16,USD'
    expect(read(`${header}\n${row}`).upcoming).toMatchObject([{ date: '2024-07-24', epsEstimate: 2.16 }])
  })

  test.each([
    ['IBM,Machines,2024-02-30,2024-06-30,2.16,USD', '[0].reportDate'],
    ['IBM,Machines,soon,2024-06-30,2.16,USD', '[0].reportDate'],
    ['IBM,Machines,2024-07-24,2024-06-30,two,USD', '[0].estimate'],
    ['IBM,Machines,2024-07-24', '[0]'],
  ])('refuses %s and names the place', (row, path) => {
    expect(() => read(`${header}\n${row}`)).toThrow(expect.objectContaining({ code: 'VALIDATION', path }))
  })

  test('is no page of markup', () => {
    expect(() => read('<html>symbol,name,</html>')).toThrow(expect.objectContaining({ code: 'VALIDATION' }))
  })
})
