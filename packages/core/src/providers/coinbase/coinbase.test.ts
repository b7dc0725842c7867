import { describe, expect, test } from 'vitest'
import { createClient } from '../../client/createClient.ts'
import { HttpResponse } from '../../provider/index.ts'
import { describeProvider, tryMutations } from '../../testing/describe-provider.ts'
import { createFakeVenue } from '../../testing/fake-venue.ts'
import { loadProvider } from '../../testing/load-provider.ts'
import { hasRecordings, readRecordings } from '../../testing/recordings.ts'
import { httpOperation, sampleQuery } from '../../testing/sample-query.ts'
import { coinbase } from './coinbase.ts'

const now = Date.UTC(2024, 5, 14, 12, 30)
const query = { now, start: 0, end: now, interval: '1h' } as const
const hour = 3_600
const candle = (start: number) => ({
  start: String(start),
  low: '66055.14',
  high: '66331.99',
  open: '66312.40',
  close: '66181.60',
  volume: '355.82896243',
})
const newest = Date.UTC(2024, 5, 14, 12) / 1000

const ticker = {
  trades: [
    { trade_id: '2', price: '68923.67', size: '0.00064', time: '2024-06-14T12:28:58.544778Z', side: 'SELL' },
    { trade_id: '1', price: '68923.60', size: '0.00100', time: '2024-06-14T12:28:58.250358Z', side: 'BUY' },
  ],
  best_bid: '68923.66',
  best_ask: '68923.67',
}

describeProvider('coinbase', {
  create: () => coinbase(),
  query: { ...query, text: 'btc' },
  answers: {
    getBars: { candles: [0, 1, 2, 3].map((back) => candle(newest - back * hour)) },
    getQuotes: ticker,
    getTrades: ticker,
    getOrderBook: {
      pricebook: {
        product_id: 'BTC-USD',
        bids: [{ price: '68923.66', size: '0.17' }],
        asks: [{ price: '68923.67', size: '0.16' }],
        time: '2024-06-14T12:28:59.662782Z',
      },
    },
    searchSymbols: { products: [{ product_id: 'BTC-USD', base_name: 'Bitcoin' }] },
    unknownSymbol: new HttpResponse({
      status: 404,
      text: '{"error":"NOT_FOUND","error_details":"valid product_id is required","message":"valid product_id is required"}',
    }),
  },
  instruments: ['crypto:BTC/USD@COINBASE', 'crypto:ETH/BTC@COINBASE'],
})

const provider = await loadProvider(coinbase())

test('microseconds of a trade become nanoseconds, and trades come oldest first', () => {
  const answer = new HttpResponse({ status: 200, text: JSON.stringify(ticker) })
  const trades = provider.getTrades.parse(answer, sampleQuery(provider, 'getTrades', query))
  expect(trades.map(({ timeNs }) => timeNs)).toEqual(['1718368138250358000', '1718368138544778000'])
  expect(trades[0]?.time).toBe(1_718_368_138_250)
})

test('a range longer than a page is asked for stretch by stretch and joined', async () => {
  await using venue = await createFakeVenue([
    ({ url }) => {
      const [from = 0, to = 0] = ['start', 'end'].map((name) => Number(url.searchParams.get(name)))
      const rows: object[] = []
      for (let start = Math.ceil(from / hour) * hour; start <= to; start += hour) rows.unshift(candle(start))
      return rows.length > 350
        ? { status: 400, json: { error: 'INVALID_ARGUMENT' } }
        : { json: { candles: rows } }
    },
  ])
  const client = createClient({ providers: [coinbase({ baseUrl: venue.url })] })
  const [start, end] = [Date.UTC(2024, 0, 1), Date.UTC(2024, 1, 10)]
  const bars = await client.getBars({ symbol: 'crypto:BTC/USD@COINBASE', interval: '1h', start, end })
  expect(bars.length).toBe(40 * 24)
  expect(bars.time.every((time, index) => time === start + index * hour * 1000)).toBe(true)
  expect(venue.requests.length).toBe(4)
})

describe.runIf(hasRecordings)('recorded answers', () => {
  const routes = [
    [/http_candles/, 'getBars'],
    [/http_ticker/, 'getQuotes'],
    [/http_ticker/, 'getTrades'],
    [/http_product_book/, 'getOrderBook'],
    [/http_products/, 'searchSymbols'],
  ] as const
  const cases = routes.flatMap(([pattern, operationName]) =>
    readRecordings('coinbase')
      .filter(({ name }) => pattern.test(name))
      .map(({ name, response }) => ({ name, response, operationName })),
  )
  test.each(cases)(
    '$name is read by $operationName, and damage to it is named',
    ({ response, operationName }) => {
      const operation = httpOperation(provider, operationName)
      if (!operation) throw new Error(operationName)
      const asked = sampleQuery(provider, operationName, { interval: '1h', limit: 1000, text: 'btc' })
      expect(operation.parse(response, asked)).toBeDefined()
      const tried = tryMutations(operation, asked, response, 1_000)
      expect(tried.wrong).toEqual([])
      expect(tried.unnamed).toEqual([])
    },
  )
  test('every kind is there', () => {
    expect(cases.map((one) => one.operationName)).toEqual(routes.map(([, operationName]) => operationName))
  })
})
