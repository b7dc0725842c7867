import { describe, expect, test } from 'vitest'
import { createClient } from '../../client/createClient.ts'
import { HttpResponse } from '../../provider/index.ts'
import { describeProvider, tryMutations } from '../../testing/describe-provider.ts'
import { createFakeVenue } from '../../testing/fake-venue.ts'
import { loadProvider } from '../../testing/load-provider.ts'
import { hasRecordings, readRecordings } from '../../testing/recordings.ts'
import { httpOperation, sampleQuery } from '../../testing/sample-query.ts'
import { binance } from './binance.ts'

const now = Date.UTC(2024, 5, 14, 12, 30)
const hourMs = 3_600_000
const query = { now, start: 0, end: now, interval: '1h', market: 'BINANCE' } as const

const kline = (time: number) => [
  time,
  '66000.10000000',
  '66100.00000000',
  '65900.00000000',
  '66050.50000000',
  '12.34567890',
  time + hourMs - 1,
  '814000.00000000',
  321,
  '6.1',
  '402000.0',
  '0',
]

const ticker = {
  symbol: 'BTCUSDT',
  priceChange: '-166.82000000',
  priceChangePercent: '-2.427',
  prevClosePrice: '6872.37000000',
  lastPrice: '6705.82000000',
  bidPrice: '6705.88000000',
  bidQty: '0.18401100',
  askPrice: '6706.21000000',
  askQty: '0.19518800',
  openPrice: '6872.64000000',
  highPrice: '6933.00000000',
  lowPrice: '6680.10000000',
  volume: '57857.49485700',
  closeTime: now,
}

describeProvider('binance', {
  create: () => binance(),
  query: { ...query, symbol: 'BTCUSDT', symbols: ['BTCUSDT'], text: 'btc' },
  answers: {
    getBars: [9, 10, 11, 12].map((hour) => kline(Date.UTC(2024, 5, 14, hour))),
    getQuotes: ticker,
    getTrades: [
      { a: 77, p: '66050.90000000', q: '0.00027625', f: 1, l: 1, T: now - 5, m: true, M: true },
      { a: 78, p: '66050.10000000', q: '0.00005000', f: 2, l: 2, T: now - 4, m: false, M: true },
    ],
    getOrderBook: { lastUpdateId: 1027024, bids: [['4.00', '431.0']], asks: [['4.02', '12.0']] },
    getMarketStatus: { status: 0, msg: 'normal' },
    searchSymbols: {
      symbols: [{ symbol: 'BTCUSDT', status: 'TRADING', baseAsset: 'BTC', quoteAsset: 'USDT' }],
    },
    unknownSymbol: new HttpResponse({ status: 400, text: '{"code":-1121,"msg":"Invalid symbol."}' }),
  },
  instruments: ['crypto:BTC/USDT@BINANCE', 'crypto:ETH/BTC@BINANCE', 'crypto:DOGE/FDUSD@BINANCE'],
})

test('long ranges come in pages of a thousand, joined without gap or repetition', async () => {
  await using venue = await createFakeVenue([
    ({ url }) => {
      const [from, to] = ['startTime', 'endTime'].map((name) => Number(url.searchParams.get(name)))
      const rows: unknown[] = []
      for (
        let time = Math.ceil((from ?? 0) / hourMs) * hourMs;
        time <= (to ?? 0) && rows.length < 1000;
        time += hourMs
      ) {
        rows.push(kline(time))
      }
      return { json: rows }
    },
  ])
  const client = createClient({ providers: [binance({ baseUrl: venue.url })] })
  const bars = await client.getBars({
    symbol: 'crypto:BTC/USDT@BINANCE',
    interval: '1h',
    start: Date.UTC(2024, 0, 1),
    end: Date.UTC(2024, 3, 9),
  })
  expect(bars.length).toBe(99 * 24)
  expect(bars.time.every((time, index) => time === Date.UTC(2024, 0, 1) + index * hourMs)).toBe(true)
  expect(venue.requests.length).toBe(3)
})

const provider = await loadProvider(binance())

test('who took: the seller where the buyer was waiting', () => {
  const answer = new HttpResponse({
    status: 200,
    text: JSON.stringify([{ a: 1, p: '1', q: '1', T: now, m: true }]),
  })
  const [trade] = provider.getTrades.parse(answer, sampleQuery(provider, 'getTrades', query))
  expect(trade?.takerSide).toBe('sell')
})

test.each([
  [400, '{"code":-1100,"msg":"Illegal characters"}', 'BAD_REQUEST'],
  [429, '{"code":-1003,"msg":"Too much request weight used"}', 'RATE_LIMITED'],
  [418, '{"code":-1003,"msg":"Way too much request weight used; IP banned"}', 'RATE_LIMITED'],
  [451, '{"code":0,"msg":"Service unavailable from a restricted location"}', 'NOT_ENTITLED'],
])('%i %s is %s', (status, text, code) => {
  const parse = () =>
    provider.getBars.parse(new HttpResponse({ status, text }), sampleQuery(provider, 'getBars', query))
  expect(parse).toThrow(expect.objectContaining({ code }))
})

describe.runIf(hasRecordings)('recorded answers', () => {
  const routes = [
    [/\/api_v3_klines|klines_response/, 'getBars'],
    [/api_v3_ticker_24hr|ticker_24hr_response/, 'getQuotes'],
    [/api_v3_aggTrades/, 'getTrades'],
    [/api_v3_depth|spot-http_json-depth/, 'getOrderBook'],
    [/api_v3_exchangeInfo|exchange_info/, 'searchSymbols'],
  ] as const
  const cases = readRecordings('binance').flatMap(({ name, response }) => {
    const route = routes.find(([pattern]) => pattern.test(name))
    return route ? [{ name, response, operationName: route[1] }] : []
  })
  test.each(cases)('$name is read, and damage to it is named', ({ response, operationName }) => {
    const symbol = /"symbol":"(\w+)"/.exec(response.text)?.[1] ?? 'BTCUSDT'
    const instrument = provider.symbols.fromProvider(symbol)
    const operation = httpOperation(provider, operationName)
    if (!instrument || !operation) throw new Error(operationName)
    const fields = { instrument, symbol, instruments: [instrument], symbols: [symbol], text: symbol }
    const asked = sampleQuery(provider, operationName, { ...fields, interval: '5m', limit: 1000 })
    expect(operation.parse(response, asked)).toBeDefined()
    const tried = tryMutations(operation, asked, response, 1_000)
    expect(tried.wrong).toEqual([])
    expect(tried.unnamed).toEqual([])
  })
  test('every kind is there', () => {
    expect(new Set(cases.map((one) => one.operationName)).size).toBe(routes.length)
  })
})

test.each([
  [0, 'open'],
  [1, 'closed'],
])('while its system says %i the exchange is %s', async (status, state) => {
  const provider = await loadProvider(binance())
  const asked = sampleQuery(provider, 'getMarketStatus', query)
  const response = new HttpResponse({ status: 200, text: JSON.stringify({ status, msg: '' }) })
  expect(provider.getMarketStatus.parse(response, asked)).toMatchObject({ state, time: now })
  expect(() => provider.getMarketStatus.request({ ...asked, market: 'KRAKEN' })).toThrow(
    expect.objectContaining({ code: 'UNSUPPORTED' }),
  )
})
