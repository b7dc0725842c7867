import { isInterval } from '../market/index.ts'
import { createFakeMarket, type FakeMarket, fakeDate } from './fake-market.ts'
import {
  createFakeVenue,
  disordered,
  type FakeAnswer,
  type FakeRequest,
  type FakeVenue,
} from './fake-venue.ts'

export type FakeTiingoOptions = {
  seed?: number | undefined
  /** The venue's clock, ms UTC. */
  now?: number | undefined
  /** @default 'fake-tiingo-key' */
  apiKey?: string | undefined
}

export type FakeTiingo = FakeVenue & {
  market: FakeMarket
  /** For `tiingo(venue.options)`. */
  options: { apiKey: string; baseUrl: string }
}

const dayMs = 86_400_000
const units: Readonly<Record<string, string>> = { min: 'm', hour: 'h', day: 'd' }

/** Speaks Tiingo's wire format from a made-up market. */
export async function createFakeTiingo(options: FakeTiingoOptions = {}): Promise<FakeTiingo> {
  const { apiKey = 'fake-tiingo-key' } = options
  const market = createFakeMarket(options)
  const venue = await createFakeVenue([
    ({ headers }) =>
      headers.authorization === `Token ${apiKey}`
        ? undefined
        : { status: 401, json: { detail: 'Invalid token.' } },
    on(/^\/tiingo\/daily\/([^/]+)\/prices$/, (request, symbol) => daily(market, symbol, request)),
    on(/^\/tiingo\/daily\/([^/]+)$/, (_request, symbol) => about(market, symbol)),
    on(/^\/tiingo\/fundamentals\/([^/]+)\/statements$/, () => ({ json: [filing(0), filing(4)] })),
    on(/^\/iex\/([^/]+)\/prices$/, (request, symbol) => ({ json: bars(market, symbol, request) })),
    on(/^\/tiingo\/fx\/([^/]+)\/prices$/, (request, symbol) => ({ json: bars(market, symbol, request) })),
    on(/^\/tiingo\/crypto\/prices$/, (request) => {
      const ticker = request.url.searchParams.get('tickers') ?? ''
      const priceData = bars(market, nameOf(ticker), request)
      return { json: [{ ticker, baseCurrency: ticker.slice(0, -3), quoteCurrency: 'usd', priceData }] }
    }),
    on(/^\/(?:iex\/|tiingo\/crypto\/top|tiingo\/fx\/top)$/, ({ url }) => ({ json: quotes(market, url) })),
    on(/^\/tiingo\/utilities\/search$/, ({ url }) => ({ json: search(market, url) })),
    on(/^\/tiingo\/news$/, ({ url }) => ({ json: [article(market, url)] })),
  ])
  return { ...venue, market, options: { apiKey, baseUrl: venue.url } }
}

function on(path: RegExp, answer: (request: FakeRequest, symbol: string) => FakeAnswer) {
  return (request: FakeRequest) => {
    const match = path.exec(request.url.pathname)
    return match ? answer(request, nameOf(decodeURIComponent(match[1] ?? ''))) : undefined
  }
}

function nameOf(ticker: string): string {
  const upper = ticker.toUpperCase()
  return upper.length > 5 && !upper.includes('-') ? upper.replace(/(...)$/, '/$1') : upper.replace('-', '.')
}

function rangeOf({ searchParams }: URL, now: number): [number, number] {
  return [
    Date.parse(searchParams.get('startDate') ?? '1990-01-01'),
    Date.parse(searchParams.get('endDate') ?? fakeDate(now)) + dayMs,
  ]
}

/** Dated rows: before the split a price is told as it was, and with what became of it. */
function daily(market: FakeMarket, symbol: string, { url, disorder }: FakeRequest): FakeAnswer {
  if (!market.listing(symbol)) return { status: 404, json: { detail: 'Not found.' } }
  const dividends = new Map(market.dividends(symbol).map(({ date, amount }) => [date, amount]))
  const splits = new Map(market.splits(symbol).map((split) => [split.date, split]))
  const [start, end] = rangeOf(url, market.now)
  const rows = market.bars(symbol, '1d', start, end).map((bar) => {
    const date = fakeDate(bar.time)
    const split = splits.get(date)
    return {
      date: `${date}T00:00:00.000Z`,
      close: bar.close,
      high: bar.high,
      low: bar.low,
      open: bar.open,
      volume: bar.volume,
      adjClose: bar.close / 2,
      adjHigh: bar.high / 2,
      adjLow: bar.low / 2,
      adjOpen: bar.open / 2,
      adjVolume: bar.volume,
      divCash: dividends.get(date) ?? 0,
      splitFactor: split ? split.numerator / split.denominator : 1,
    }
  })
  return { json: disordered(rows, disorder) }
}

function bars(market: FakeMarket, symbol: string, { url, disorder }: FakeRequest): object[] {
  const [, count = '', unit = ''] = /^(\d+)(\w+)$/.exec(url.searchParams.get('resampleFreq') ?? '') ?? []
  const interval = `${count}${units[unit]}`
  const found = isInterval(interval) ? market.bars(symbol, interval, ...rangeOf(url, market.now)) : []
  return disordered(found, disorder).map(({ time, ...bar }) => ({
    date: new Date(time).toISOString(),
    ticker: symbol.toLowerCase(),
    ...bar,
    tradesDone: 1 + (bar.volume % 997),
  }))
}

function quotes(market: FakeMarket, url: URL): object[] {
  const timestamp = new Date(market.now).toISOString()
  return (url.searchParams.get('tickers') ?? '').split(',').flatMap((ticker): object[] => {
    const [today, before] = market.latest(nameOf(ticker))
    if (!today || !before) return []
    const book = { bidPrice: today.close - 0.01, bidSize: 3, askPrice: today.close + 0.01, askSize: 5 }
    if (url.pathname.includes('crypto')) {
      const top = { ...book, lastPrice: today.close, lastSize: 0.5, lastSaleTimestamp: timestamp }
      return [{ ticker, baseCurrency: 'btc', quoteCurrency: 'usd', topOfBookData: [top] }]
    }
    if (url.pathname.includes('fx')) {
      return [{ ticker, quoteTimestamp: timestamp, midPrice: today.close, ...book }]
    }
    const { open, high, low, volume } = today
    const last = { last: null, tngoLast: today.close, prevClose: before.close }
    return [{ ticker: ticker.toUpperCase(), timestamp, open, high, low, volume, ...last, ...book }]
  })
}

function about(market: FakeMarket, symbol: string): FakeAnswer {
  const listing = market.listing(symbol)
  if (!listing) return { status: 404, json: { detail: 'Not found.' } }
  return {
    json: {
      ticker: symbol,
      name: listing.name,
      description: `${listing.name} exists in tests only.`,
      exchangeCode: 'NASDAQ',
      startDate: '1990-01-02',
      endDate: fakeDate(market.now),
    },
  }
}

function filing(quarter: number) {
  const line = (dataCode: string, value: number) => ({ dataCode, value })
  return {
    date: '2023-12-31',
    year: 2023,
    quarter,
    statementData: {
      incomeStatement: [line('revenue', 4e11), line('netinc', 1e11), line('eps', 6.2)],
      balanceSheet: [line('totalAssets', 3.5e11), line('equity', 6e10)],
      cashFlow: [line('ncfo', 1.1e11)],
      overview: [line('roa', 0.3)],
    },
  }
}

function search(market: FakeMarket, url: URL): object[] {
  const text = (url.searchParams.get('query') ?? '').toLowerCase()
  return market.listings
    .filter(({ symbol, name }) => `${symbol} ${name}`.toLowerCase().includes(text))
    .map(({ symbol, name, kind }) => ({
      ticker: symbol.replace('/', '').replace('.', '-').toLowerCase(),
      name,
      assetType: kind === 'equity' ? 'Stock' : 'Crypto',
      isActive: true,
      countryCode: 'US',
    }))
}

function article(market: FakeMarket, url: URL): object {
  const [ticker = 'aapl'] = (url.searchParams.get('tickers') ?? 'aapl').split(',')
  return {
    id: 1,
    title: `${ticker.toUpperCase()} does nothing today`,
    description: 'Nothing happened.',
    url: `https://example.com/news/${ticker}`,
    source: 'example.com',
    publishedDate: new Date(market.now - 3_600_000).toISOString(),
    crawlDate: new Date(market.now - 3_000_000).toISOString(),
    tickers: [ticker],
    tags: [],
  }
}
