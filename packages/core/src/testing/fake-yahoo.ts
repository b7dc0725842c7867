import { isInterval } from '../market/index.ts'
import { createFakeMarket, type FakeBar, type FakeMarket, fakeDate } from './fake-market.ts'
import {
  createFakeVenue,
  disordered,
  type FakeAnswer,
  type FakeRequest,
  type FakeVenue,
} from './fake-venue.ts'

export type FakeYahooOptions = {
  seed?: number | undefined
  /** The venue's clock, ms UTC. */
  now?: number | undefined
  /** Leads visitors through the consent form of the European Union. @default false */
  consent?: boolean | undefined
}

export type FakeYahoo = FakeVenue & {
  market: FakeMarket
  /** For `yahoo(venue.options)`. */
  options: { baseUrl: string; cookieUrl: string; consentUrl: string }
  /** From now on the crumbs that were handed out are refused. */
  expireCrumbs(): void
}

const cookie = 'A3=fake-session'
const spelling: Readonly<Record<string, string>> = {
  'BRK-B': 'BRK.B',
  'BTC-USD': 'BTC/USD',
  'EURUSD=X': 'EUR/USD',
}
const dayMs = 86_400_000

/** Speaks Yahoo's wire format from a made-up market: charts with float32 noise, quotes behind cookie and crumb, and the rest. */
export async function createFakeYahoo(options: FakeYahooOptions = {}): Promise<FakeYahoo> {
  const market = createFakeMarket(options)
  let crumb = 1
  const currentCrumb = () => `fakeCrumb${String(crumb).padStart(2, '0')}`
  const isAllowed = ({ url, headers }: FakeRequest) =>
    url.searchParams.get('crumb') === currentCrumb() && headers.cookie?.includes(cookie) === true

  const guarded =
    (path: RegExp, answer: (symbol: string, url: URL) => FakeAnswer) =>
    (request: FakeRequest): FakeAnswer | undefined => {
      const match = path.exec(request.url.pathname)
      if (!match) return undefined
      if (!isAllowed(request)) return failure(401, 'finance', 'Unauthorized', 'Invalid Crumb')
      return answer(decodeURIComponent(match[1] ?? ''), request.url)
    }

  const venue = await createFakeVenue([
    ...session(options.consent === true, currentCrumb),
    (request) => {
      const match = /^\/v8\/finance\/chart\/(.+)$/.exec(request.url.pathname)
      return match ? chart(market, decodeURIComponent(match[1] ?? ''), request) : undefined
    },
    guarded(/^\/v7\/finance\/quote$/, (_symbol, url) => {
      const symbols = url.searchParams.get('symbols')?.split(',') ?? []
      return envelope(
        'quoteResponse',
        symbols.flatMap((symbol) => quote(market, symbol) ?? []),
      )
    }),
    guarded(/^\/v10\/finance\/quoteSummary\/(.+)$/, (symbol) => summary(market, symbol)),
    guarded(/^\/v7\/finance\/options\/(.+)$/, (symbol, url) => optionChain(market, symbol, url)),
    ({ url }) => (url.pathname.includes('/timeseries/') ? timeseries(url) : undefined),
    ({ url }) => (url.pathname === '/v1/finance/search' ? search(market, url) : undefined),
  ])

  return {
    ...venue,
    market,
    options: { baseUrl: venue.url, cookieUrl: `${venue.url}/cookie`, consentUrl: `${venue.url}/quote/AAPL` },
    expireCrumbs() {
      crumb += 1
    },
  }
}

function session(
  needsConsent: boolean,
  crumb: () => string,
): ((request: FakeRequest) => FakeAnswer | undefined)[] {
  const give = { 'set-cookie': [`${cookie}; Domain=127.0.0.1; Path=/`] }
  const redirect = (location: string, headers: FakeAnswer['headers'] = {}) => ({
    status: 302,
    headers: { ...headers, location },
  })
  return [
    ({ url, headers, method, body }) => {
      switch (url.pathname) {
        case '/cookie':
          return { status: 404, text: '', ...(!needsConsent && { headers: give }) }
        case '/quote/AAPL':
          return headers.cookie?.includes('GUCS=')
            ? { text: '<html></html>' }
            : redirect('/consent', { 'set-cookie': ['GUCS=fake'] })
        case '/consent':
          return redirect('/collectConsent?sessionId=3_fake')
        case '/collectConsent': {
          if (method === 'GET') {
            const hidden = (name: string, value: string) =>
              `<input type="hidden" name="${name}" value="${value}">`
            return {
              text: `<form method="post">${hidden('csrfToken', 'a&amp;b')}${hidden('sessionId', '3_fake')}</form>`,
            }
          }
          const form = new URLSearchParams(body)
          const isRight = form.get('csrfToken') === 'a&b' && form.getAll('agree').length === 2
          return isRight ? redirect('/copyConsent') : { status: 400, text: 'Bad form' }
        }
        case '/copyConsent':
          return redirect('/quote/AAPL', give)
        case '/v1/test/getcrumb':
          return headers.cookie?.includes(cookie) ? { text: crumb() } : { status: 401, text: '' }
        default:
          return undefined
      }
    },
  ]
}

function envelope(name: string, result: readonly unknown[]): FakeAnswer {
  return { json: { [name]: { result, error: null } } }
}

function failure(status: number, name: string, code: string, description: string): FakeAnswer {
  return { status, json: { [name]: { result: null, error: { code, description } } } }
}

function chart(market: FakeMarket, symbol: string, { url, disorder }: FakeRequest): FakeAnswer {
  const name = spelling[symbol] ?? symbol
  const listing = market.listing(name)
  if (!listing) return failure(404, 'chart', 'Not Found', 'No data found, symbol may be delisted')
  const asked = url.searchParams.get('interval') ?? '1d'
  const interval = asked === '1wk' ? '1w' : asked
  const seconds = (parameter: string) => Number(url.searchParams.get(parameter)) * 1000
  const bars = isInterval(interval)
    ? disordered(market.bars(name, interval, seconds('period1'), seconds('period2') + 1), disorder)
    : []
  const isShare = listing.kind === 'equity'
  // As on the wire: a float32, widened.
  const column = (field: 'open' | 'high' | 'low' | 'close') => bars.map((bar) => Math.fround(bar[field]))
  const quoteColumns = {
    open: column('open'),
    high: column('high'),
    low: column('low'),
    close: column('close'),
    volume: bars.map((bar) => (isShare ? bar.volume : 0)),
  }
  const [today] = market.latest(name)
  const sessionStart = (today?.time ?? 0) / 1000
  const period = (start: number, end: number) => ({ timezone: 'EDT', gmtoffset: -14_400, start, end })
  return envelope('chart', [
    {
      meta: {
        currency: 'USD',
        symbol,
        exchangeName: isShare ? 'NMS' : 'CCC',
        instrumentType: isShare ? 'EQUITY' : 'CRYPTOCURRENCY',
        // Today's offset, whatever the range: not to be used.
        gmtoffset: -14_400,
        timezone: 'EDT',
        exchangeTimezoneName: isShare ? 'America/New_York' : 'UTC',
        priceHint: 2,
        currentTradingPeriod: { regular: period(sessionStart, sessionStart + (isShare ? 23_400 : 86_400)) },
        dataGranularity: asked,
      },
      ...(bars.length > 0 && { timestamp: bars.map((bar) => bar.time / 1000) }),
      ...events(market, name),
      indicators: {
        quote: [bars.length > 0 ? quoteColumns : {}],
        ...(/[dok]$/.test(asked) && {
          adjclose: [
            { adjclose: bars.map((bar) => Math.fround(bar.close * adjustmentAt(market, name, bar))) },
          ],
        }),
      },
    },
  ])
}

/** What a dividend to come takes off an earlier price. */
function adjustmentAt(market: FakeMarket, symbol: string, bar: FakeBar): number {
  return market
    .dividends(symbol)
    .filter(({ date }) => date > fakeDate(bar.time))
    .reduce((ratio, { amount }) => ratio * (1 - amount / 150), 1)
}

function events(market: FakeMarket, symbol: string) {
  const at = (date: string) => Date.parse(`${date}T13:30:00Z`) / 1000
  const dividends = Object.fromEntries(
    market
      .dividends(symbol)
      .map(({ date, amount }) => [at(date), { amount: Math.fround(amount), date: at(date) }]),
  )
  const splits = Object.fromEntries(
    market
      .splits(symbol)
      .map(({ date, numerator, denominator }) => [
        at(date),
        { date: at(date), numerator, denominator, splitRatio: `${numerator}:${denominator}` },
      ]),
  )
  const isEventful = Object.keys(dividends).length > 0
  return isEventful ? { events: { dividends, splits } } : {}
}

function quote(market: FakeMarket, symbol: string) {
  const name = spelling[symbol] ?? symbol
  const [today, before] = market.latest(name)
  if (!today || !before) return undefined
  const change = Number((today.close - before.close).toFixed(2))
  return {
    symbol,
    quoteType: market.listing(name)?.kind === 'equity' ? 'EQUITY' : 'CRYPTOCURRENCY',
    longName: market.listing(name)?.name,
    currency: 'USD',
    marketState: 'POST',
    exchangeDataDelayedBy: 0,
    exchangeTimezoneName: 'America/New_York',
    regularMarketPrice: today.close,
    regularMarketTime: market.now / 1000,
    regularMarketOpen: today.open,
    regularMarketDayHigh: today.high,
    regularMarketDayLow: today.low,
    regularMarketVolume: today.volume,
    regularMarketPreviousClose: before.close,
    regularMarketChange: change,
    regularMarketChangePercent: (change / before.close) * 100,
    bid: today.close - 0.01,
    ask: today.close + 0.01,
    bidSize: 3,
    askSize: 5,
    postMarketPrice: today.close + 0.25,
    postMarketTime: market.now / 1000,
  }
}

function summary(market: FakeMarket, symbol: string): FakeAnswer {
  const listing = market.listing(spelling[symbol] ?? symbol)
  if (!listing) return failure(404, 'quoteSummary', 'Not Found', `Quote not found for symbol: ${symbol}`)
  const amount = (raw: number) => ({ raw, fmt: String(raw) })
  const quarter = Math.floor((market.now - 75 * dayMs) / 1000)
  return envelope('quoteSummary', [
    {
      assetProfile: {
        sector: 'Technology',
        industry: 'Make-believe',
        country: 'United States',
        website: 'https://example.com',
        longBusinessSummary: `${listing.name} exists in tests only.`,
        fullTimeEmployees: 1000,
      },
      price: { longName: listing.name, exchangeName: 'NasdaqGS', currency: 'USD', marketCap: 1e12 },
      defaultKeyStatistics: { sharesOutstanding: 1e9 },
      earningsHistory: {
        history: [
          {
            epsActual: amount(1.53),
            epsEstimate: amount(1.5),
            surprisePercent: amount(0.02),
            quarter: amount(quarter),
            currency: 'USD',
          },
        ],
      },
      calendarEvents: {
        earnings: {
          earningsDate: [Math.floor((market.now + 40 * dayMs) / 1000)],
          earningsAverage: 1.61,
          revenueAverage: 9e10,
        },
      },
    },
  ])
}

function timeseries(url: URL): FakeAnswer {
  const types = url.searchParams.get('type')?.split(',') ?? []
  return envelope(
    'timeseries',
    types.map((type, index) => ({
      meta: { symbol: ['AAPL'], type: [type] },
      timestamp: [1_696_032_000],
      [type]: [
        {
          asOfDate: '2023-09-30',
          periodType: '12M',
          currencyCode: 'USD',
          reportedValue: { raw: (index + 1) * 1e9, fmt: `${index + 1}B` },
        },
      ],
    })),
  )
}

function optionChain(market: FakeMarket, symbol: string, url: URL): FakeAnswer {
  const [today] = market.latest(spelling[symbol] ?? symbol)
  if (!today) return envelope('optionChain', [])
  const first = Math.ceil(market.now / dayMs / 7) * 7 * dayMs
  const expiries = [first / 1000, first / 1000 + 604_800]
  const expiry = Number(url.searchParams.get('date') ?? expiries[0])
  const strikes = [-10, 0, 10].map((step) => Math.round(today.close / 10) * 10 + step)
  const contracts = (right: 'C' | 'P') =>
    strikes.map((strike) => ({
      contractSymbol: `${symbol}${new Date(expiry * 1000).toISOString().slice(2, 10).replaceAll('-', '')}${right}${String(strike * 1000).padStart(8, '0')}`,
      strike,
      currency: 'USD',
      lastPrice: 2.5,
      bid: 2.4,
      ask: 2.6,
      volume: 120,
      openInterest: 900,
      impliedVolatility: 0.25,
      expiration: expiry,
    }))
  return envelope('optionChain', [
    {
      underlyingSymbol: symbol,
      expirationDates: expiries,
      strikes,
      quote: { regularMarketPrice: today.close },
      options: [{ expirationDate: expiry, calls: contracts('C'), puts: contracts('P') }],
    },
  ])
}

function search(market: FakeMarket, url: URL): FakeAnswer {
  const text = (url.searchParams.get('q') ?? '').toLowerCase()
  const hits = market.listings.filter(({ symbol, name }) => `${symbol} ${name}`.toLowerCase().includes(text))
  const ours = (symbol: string) => Object.keys(spelling).find((one) => spelling[one] === symbol) ?? symbol
  const quotes = hits.map(({ symbol, name, kind }) => ({
    symbol: ours(symbol),
    longname: name,
    quoteType: { equity: 'EQUITY', crypto: 'CRYPTOCURRENCY', fx: 'CURRENCY' }[kind],
    exchDisp: 'NASDAQ',
  }))
  const news = hits.map(({ symbol, name }) => ({
    uuid: symbol,
    title: `${name} does nothing today`,
    publisher: 'Example Wire',
    link: `https://example.com/news/${encodeURIComponent(symbol)}`,
    providerPublishTime: market.now / 1000 - 3600,
    relatedTickers: [ours(symbol)],
  }))
  const wants = (parameter: string) => url.searchParams.get(parameter) !== '0'
  return { json: { quotes: wants('quotesCount') ? quotes : [], news: wants('newsCount') ? news : [] } }
}
