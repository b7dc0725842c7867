import { describe, expect, test } from 'vitest'
import { HttpResponse } from '../../provider/index.ts'
import { describeProvider, tryMutations } from '../../testing/describe-provider.ts'
import { loadProvider } from '../../testing/load-provider.ts'
import { hasRecordings, readRecordings } from '../../testing/recordings.ts'
import { httpOperation, httpOperationNames, sampleQuery } from '../../testing/sample-query.ts'
import { kraken } from './kraken.ts'

const now = Date.UTC(2024, 5, 14, 12, 30)
const query = { now, start: 0, end: now, interval: '1h', market: 'KRAKEN' } as const
const seconds = (hour: number) => Date.UTC(2024, 5, 14, hour) / 1000

const ohlc = {
  error: [],
  result: {
    XXBTZUSD: [9, 10, 11, 12].map((hour) => [
      seconds(hour),
      '66000.1',
      '66100.0',
      '65900.0',
      '66050.5',
      '66010.2',
      '12.34567890',
      321,
    ]),
    last: seconds(11),
  },
}

const ticker = {
  a: ['66051.0', '1', '1.250'],
  b: ['66050.9', '2', '2.500'],
  c: ['66050.9', '0.01'],
  v: ['700.1', '1500.2'],
  p: ['66000.0', '66100.0'],
  t: [100, 200],
  l: ['65800.0', '65700.0'],
  h: ['66500.0', '66900.0'],
  o: '66200.0',
}

const answers = {
  getBars: ohlc,
  getQuotes: { error: [], result: { XXBTZUSD: ticker } },
  getTrades: new HttpResponse({
    status: 200,
    text: `{"error":[],"result":{"XXBTZUSD":[["66050.90000","0.00027625",${seconds(12)}.9822776,"b","m","",77],["66050.10000","0.00005000",${seconds(12) + 1}.5,"s","l","",78]],"last":"1"}}`,
  }),
  getOrderBook: {
    error: [],
    result: {
      XXBTZUSD: { asks: [['66051.0', '1.25', seconds(12)]], bids: [['66050.9', '2.50', seconds(12)]] },
    },
  },
  getMarketStatus: { error: [], result: { status: 'online', timestamp: '2024-06-14T12:29:59Z' } },
  searchSymbols: {
    error: [],
    result: { XXBTZUSD: { altname: 'XBTUSD', wsname: 'XBT/USD', base: 'XXBT', quote: 'ZUSD' } },
  },
}

describeProvider('kraken', {
  create: () => kraken(),
  query: { ...query, text: 'btc' },
  answers: { ...answers, unknownSymbol: { error: ['EQuery:Unknown asset pair'] } },
  instruments: [
    'crypto:BTC/USD@KRAKEN',
    'crypto:BTC/USDT@KRAKEN',
    'crypto:DOGE/EUR@KRAKEN',
    'crypto:ETH/BTC@KRAKEN',
  ],
})

const provider = await loadProvider(kraken())
const json = (body: unknown) => new HttpResponse({ status: 200, text: JSON.stringify(body) })

test('seconds on the wire become milliseconds in a bar, and the running hour is forming', () => {
  const bars = provider.getBars.parse(json(ohlc), sampleQuery(provider, 'getBars', query))
  expect(bars.at(0)).toMatchObject({
    time: Date.UTC(2024, 5, 14, 9),
    close: 66050.5,
    trades: 321,
    closed: true,
  })
  expect(bars.at(-1)?.closed).toBe(false)
})

test('a trade of fractional seconds keeps its digits, and says who took', () => {
  const [trade] = provider.getTrades.parse(
    answers.getTrades,
    sampleQuery(provider, 'getTrades', { ...query, end: now + 1 }),
  )
  expect(trade).toMatchObject({ timeNs: `${seconds(12)}982277600`, takerSide: 'buy', id: '77' })
})

test('another exchange’s pair is not asked for here', () => {
  const instrument = provider.symbols.fromProvider('XBTUSD')
  if (!instrument) throw new Error('XBTUSD')
  expect(provider.symbols.toProvider({ ...instrument, venue: 'BINANCE' })).toBeUndefined()
})

test.each([
  ['EAPI:Rate limit exceeded', 'RATE_LIMITED'],
  ['EGeneral:Invalid arguments', 'BAD_REQUEST'],
  ['EService:Unavailable', 'UPSTREAM'],
])('%s is %s', (error, code) => {
  const parse = () =>
    provider.getBars.parse(json({ error: [error] }), sampleQuery(provider, 'getBars', query))
  expect(parse).toThrow(expect.objectContaining({ code }))
})

describe.runIf(hasRecordings)('recorded answers', () => {
  const routes = {
    ohlc: 'getBars',
    ticker: 'getQuotes',
    trades: 'getTrades',
    order_book: 'getOrderBook',
    asset_pairs: 'searchSymbols',
    system_status: 'getMarketStatus',
  } as const
  const cases = readRecordings('kraken').flatMap(({ name, response }) => {
    const kind = Object.entries(routes).find(([word]) => name.includes(`http_${word}`))
    return kind ? [{ name, response, operationName: kind[1] }] : []
  })
  test.each(cases)('$name is read, and damage to it is named', ({ response, operationName }) => {
    const instrument = provider.symbols.fromProvider('XBTUSDT')
    const operation = httpOperation(provider, operationName)
    if (!instrument || !operation) throw new Error(operationName)
    const asked = sampleQuery(provider, operationName, {
      instrument,
      symbol: 'XBTUSDT',
      instruments: [instrument],
      symbols: ['XBTUSDT'],
      text: 'btc',
      market: 'KRAKEN',
      interval: '1m',
      limit: 1000,
    })
    expect(operation.parse(response, asked)).toBeDefined()
    const tried = tryMutations(operation, asked, response, 1_000)
    expect(tried.wrong).toEqual([])
    expect(tried.unnamed).toEqual([])
  })
  test('all kinds are there', () => {
    expect(cases.map((one) => one.operationName).sort()).toEqual(
      httpOperationNames.filter((name) => httpOperation(provider, name)).sort(),
    )
  })
})

test.each([
  ['online', 'open'],
  ['maintenance', 'closed'],
  ['cancel_only', 'closed'],
  ['post_only', 'closed'],
])('while its system is %s the exchange is %s', async (status, state) => {
  const provider = await loadProvider(kraken())
  const asked = sampleQuery(provider, 'getMarketStatus', query)
  const text = JSON.stringify({ error: [], result: { status, timestamp: '2024-06-14T12:29:59Z' } })
  const told = provider.getMarketStatus.parse(new HttpResponse({ status: 200, text }), asked)
  expect(told).toMatchObject({ state, time: Date.UTC(2024, 5, 14, 12, 29, 59) })
  expect(() => provider.getMarketStatus.request({ ...asked, market: 'XNYS' })).toThrow(
    expect.objectContaining({ code: 'UNSUPPORTED' }),
  )
})
