import { isInterval, offsetInZone } from '../market/index.ts'
import { createFakeMarket, type FakeMarket, fakeDate } from './fake-market.ts'
import {
  createFakeVenue,
  disordered,
  type FakeAnswer,
  type FakeRequest,
  type FakeVenue,
} from './fake-venue.ts'

export type FakeAlphaVantageOptions = {
  seed?: number | undefined
  /** The venue's clock, ms UTC. */
  now?: number | undefined
  /** @default 'fake-alpha-key' */
  apiKey?: string | undefined
  /** Requests before the day's budget is used up. @default no limit */
  dailyRequests?: number | undefined
}

export type FakeAlphaVantage = FakeVenue & {
  market: FakeMarket
  /** For `alphaVantage(venue.options)`. */
  options: { apiKey: string; baseUrl: string }
}

const zone = 'US/Eastern'

/** Speaks Alpha Vantage's wire format from a made-up market: numbers as text, wall-clock keys, refusals as HTTP 200. */
export async function createFakeAlphaVantage(
  options: FakeAlphaVantageOptions = {},
): Promise<FakeAlphaVantage> {
  const { apiKey = 'fake-alpha-key', dailyRequests = Number.POSITIVE_INFINITY } = options
  const market = createFakeMarket(options)
  let asked = 0
  const venue = await createFakeVenue([
    (request) => {
      asked += 1
      if (asked > dailyRequests) {
        const key = request.url.searchParams.get('apikey')
        return {
          json: {
            Information: `We have detected your API key as ${key} and our standard API rate limit is 25 requests per day.`,
          },
        }
      }
      if (request.url.searchParams.get('apikey') === apiKey) return undefined
      return {
        json: {
          'Error Message': 'the parameter apikey is invalid or missing. Please claim your free API key.',
        },
      }
    },
    (request) => {
      const name = request.url.searchParams.get('function') ?? ''
      return series(market, name, request) ?? functions[name]?.(market, request.url) ?? invalid(name)
    },
  ])
  return { ...venue, market, options: { apiKey, baseUrl: venue.url } }
}

function invalid(name: string): FakeAnswer {
  return {
    json: { 'Error Message': `Invalid API call. Please retry or visit the documentation for ${name}.` },
  }
}

function series(market: FakeMarket, name: string, { url, disorder }: FakeRequest): FakeAnswer | undefined {
  const isIntraday = name.endsWith('INTRADAY')
  if (!isIntraday && !/(TIME_SERIES|FX|DIGITAL_CURRENCY)_DAILY/.test(name)) return undefined
  const parameter = (key: string) => url.searchParams.get(key) ?? ''
  const isShare = name.startsWith('TIME_SERIES')
  const symbol = isShare
    ? parameter('symbol').replace('-', '.')
    : `${parameter('from_symbol') || parameter('symbol')}/${parameter('to_symbol') || parameter('market')}`
  if (!market.listing(symbol)) return invalid(name)
  const minutes = parameter('interval').replace('min', '')
  const interval = isIntraday ? `${minutes}m` : '1d'
  const length = parameter('outputsize') === 'full' ? 5000 : 100
  const span = (isIntraday ? 30 : length * 1.6) * 86_400_000
  const bars = isInterval(interval) ? market.bars(symbol, interval, market.now - span, market.now + 1) : []
  const newest = disordered(bars.slice(-length).reverse(), disorder)
  const timeZone = isShare ? zone : 'UTC'
  const rows = newest.map((bar) => {
    const local = new Date(bar.time + offsetInZone(bar.time, timeZone)).toISOString()
    const key = isIntraday ? local.slice(0, 19).replace('T', ' ') : local.slice(0, 10)
    const prices = {
      '1. open': bar.open.toFixed(4),
      '2. high': bar.high.toFixed(4),
      '3. low': bar.low.toFixed(4),
      '4. close': bar.close.toFixed(4),
    }
    const volume = String(bar.volume)
    if (name.endsWith('_ADJUSTED')) {
      return [key, { ...prices, '5. adjusted close': bar.close.toFixed(4), '6. volume': volume }] as const
    }
    return [key, name.startsWith('FX') ? prices : { ...prices, '5. volume': volume }] as const
  })
  const title = isIntraday ? `Time Series (${minutes}min)` : 'Time Series (Daily)'
  return {
    json: {
      'Meta Data': {
        '1. Information': 'Made up',
        '2. Symbol': symbol,
        '3. Last Refreshed': fakeDate(market.now),
        ...(isIntraday && { '4. Interval': `${minutes}min` }),
        [`${isIntraday ? 5 : 4}. Output Size`]: 'Compact',
        [`${isIntraday ? 6 : 5}. Time Zone`]: timeZone,
      },
      [isShare ? title : title.replace('Series', name.startsWith('FX') ? 'Series FX' : 'Series Crypto')]:
        Object.fromEntries(rows),
    },
  }
}

const functions: Readonly<Record<string, (market: FakeMarket, url: URL) => FakeAnswer>> = {
  GLOBAL_QUOTE: (market, url) => {
    const symbol = url.searchParams.get('symbol') ?? ''
    const [today, before] = market.latest(symbol.replace('-', '.'))
    if (!today || !before) return { json: { 'Global Quote': {} } }
    const change = today.close - before.close
    return {
      json: {
        'Global Quote': {
          '01. symbol': symbol,
          '02. open': today.open.toFixed(4),
          '03. high': today.high.toFixed(4),
          '04. low': today.low.toFixed(4),
          '05. price': today.close.toFixed(4),
          '06. volume': String(today.volume),
          '07. latest trading day': fakeDate(today.time),
          '08. previous close': before.close.toFixed(4),
          '09. change': change.toFixed(4),
          '10. change percent': `${((change / before.close) * 100).toFixed(4)}%`,
        },
      },
    }
  },
  CURRENCY_EXCHANGE_RATE: (market, url) => {
    const [from, to] = [url.searchParams.get('from_currency'), url.searchParams.get('to_currency')]
    const [today] = market.latest(`${from}/${to}`)
    if (!today) return invalid('CURRENCY_EXCHANGE_RATE')
    return {
      json: {
        'Realtime Currency Exchange Rate': {
          '1. From_Currency Code': from,
          '2. From_Currency Name': from,
          '3. To_Currency Code': to,
          '4. To_Currency Name': to,
          '5. Exchange Rate': today.close.toFixed(8),
          '6. Last Refreshed': new Date(market.now).toISOString().slice(0, 19).replace('T', ' '),
          '7. Time Zone': 'UTC',
          '8. Bid Price': today.close.toFixed(8),
          '9. Ask Price': today.close.toFixed(8),
        },
      },
    }
  },
  SYMBOL_SEARCH: (market, url) => {
    const text = (url.searchParams.get('keywords') ?? '').toLowerCase()
    const hits = market.listings.filter(({ symbol, name }) =>
      `${symbol} ${name}`.toLowerCase().includes(text),
    )
    return {
      json: {
        bestMatches: hits.map(({ symbol, name }, index) => ({
          '1. symbol': symbol.replace('.', '-'),
          '2. name': name,
          '3. type': 'Equity',
          '4. region': 'United States',
          '8. currency': 'USD',
          '9. matchScore': (1 / (index + 1)).toFixed(4),
        })),
      },
    }
  },
  OVERVIEW: (market, url) => {
    const symbol = url.searchParams.get('symbol') ?? ''
    const listing = market.listing(symbol)
    if (!listing) return { json: {} }
    return {
      json: {
        Symbol: symbol,
        Name: listing.name,
        Description: `${listing.name} exists in tests only.`,
        CIK: '320193',
        Exchange: 'NASDAQ',
        Currency: 'USD',
        Country: 'USA',
        Sector: 'TECHNOLOGY',
        Industry: 'None',
        FullTimeEmployees: '1000',
        MarketCapitalization: '1000000000000',
        SharesOutstanding: '1000000000',
      },
    }
  },
  EARNINGS_CALENDAR: (market, url) => ({
    headers: { 'content-type': 'application/x-download' },
    text: [
      'symbol,name,reportDate,fiscalDateEnding,estimate,currency,timeOfTheDay',
      `${url.searchParams.get('symbol')},"Example, Inc.",${fakeDate(market.now + 40 * 86_400_000)},2024-06-30,1.35,USD,post-market`,
      `${url.searchParams.get('symbol')},"Example, Inc.",${fakeDate(market.now + 130 * 86_400_000)},2024-09-30,,USD,`,
      '',
    ].join('\r\n'),
  }),
  EARNINGS: (_market, url) => ({
    json: {
      symbol: url.searchParams.get('symbol'),
      annualEarnings: [{ fiscalDateEnding: '2023-09-30', reportedEPS: '6.12' }],
      quarterlyEarnings: [
        {
          fiscalDateEnding: '2024-03-31',
          reportedDate: '2024-05-02',
          reportedEPS: '1.53',
          estimatedEPS: '1.5',
          surprise: '0.03',
          surprisePercentage: '2',
          reportTime: 'post-market',
        },
      ],
    },
  }),
  INCOME_STATEMENT: () => reports({ totalRevenue: '383285000000', netIncome: '96995000000', ebit: 'None' }),
  BALANCE_SHEET: () => reports({ totalAssets: '352583000000', totalShareholderEquity: '62146000000' }),
  CASH_FLOW: () => reports({ operatingCashflow: '110543000000', capitalExpenditures: '10959000000' }),
  DIVIDENDS: (market, url) => ({
    json: {
      symbol: url.searchParams.get('symbol'),
      data: market.dividends(url.searchParams.get('symbol') ?? '').map(({ date, amount }) => ({
        ex_dividend_date: date,
        declaration_date: 'None',
        record_date: date,
        payment_date: date,
        amount: String(amount),
      })),
    },
  }),
  SPLITS: (market, url) => ({
    json: {
      symbol: url.searchParams.get('symbol'),
      data: market
        .splits(url.searchParams.get('symbol') ?? '')
        .map(({ date, numerator }) => ({ effective_date: date, split_factor: numerator.toFixed(4) })),
    },
  }),
  HISTORICAL_OPTIONS: (market, url) => ({
    json: {
      endpoint: 'Historical Options',
      message: 'success',
      data: ['2024-06-21', '2024-06-28'].flatMap((expiration) =>
        ['call', 'put'].map((type) => ({
          symbol: url.searchParams.get('symbol'),
          expiration,
          strike: '150.00',
          type,
          last: '2.50',
          bid: '2.40',
          ask: '2.60',
          volume: '120',
          open_interest: '900',
          date: fakeDate(market.now),
          implied_volatility: '0.25000',
          delta: type === 'call' ? '0.50000' : '-0.50000',
          gamma: '0.01000',
          theta: '-0.02000',
          vega: '0.20000',
        })),
      ),
    },
  }),
  MARKET_STATUS: () => ({
    json: {
      endpoint: 'Global Market Open & Close Status',
      markets: [
        {
          market_type: 'Equity',
          region: 'United States',
          primary_exchanges: 'NASDAQ, NYSE',
          local_open: '09:30',
          local_close: '16:15',
          current_status: 'closed',
        },
        { market_type: 'Cryptocurrency', region: 'Global', current_status: 'open' },
      ],
    },
  }),
  NEWS_SENTIMENT: (market) => ({
    json: {
      items: '1',
      feed: [
        {
          title: 'Nothing happened today',
          url: 'https://example.com/news/nothing',
          time_published: new Date(market.now - 3_600_000).toISOString().slice(0, 19).replace(/[-:]/g, ''),
          authors: ['Nobody'],
          summary: 'Nothing.',
          source: 'Example Wire',
          ticker_sentiment: [{ ticker: 'AAPL' }, { ticker: 'FOREX:USD' }],
        },
      ],
    },
  }),
}

function reports(lines: Readonly<Record<string, string>>): FakeAnswer {
  const report = { fiscalDateEnding: '2023-09-30', reportedCurrency: 'USD', ...lines }
  return { json: { symbol: 'AAPL', annualReports: [report], quarterlyReports: [report] } }
}
