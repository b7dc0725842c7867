import { InvalidParameterError } from '../../errors/index.ts'
import { dateInZone } from '../../market/index.ts'
import { defineProvider, type HttpRequest, joinBars, type Limit } from '../../provider/index.ts'
import { rangeOf, readBars } from './map-bars.ts'
import {
  joinCorporateActions,
  readCorporateActions,
  readEarnings,
  readFinancials,
  readMatches,
  readProfile,
} from './map-company.ts'
import { exchangeOf, readCalendar, readMarketStatus, readNews } from './map-market.ts'
import { isOneExpiry, joinOptionChains, readOptionChain } from './map-options.ts'
import { readQuotes, readTrades, snapshotPath } from './map-quotes.ts'
import { nextPage } from './schema.ts'
import { massiveSymbols } from './symbols.ts'

export type MassiveOptions = {
  apiKey: string
  /** Polygon's old host, `https://api.polygon.io`, answers as well. @default 'https://api.massive.com' */
  baseUrl?: string
  /** Those of the plan. @default the free plan's 5 a minute */
  limits?: readonly Limit[]
  /** Lag of the plan behind the market, where it has one: 900000 on delayed plans. @default null */
  delayedMs?: number | null
}

const assets = ['equity', 'fund', 'index', 'crypto', 'fx', 'option'] as const
const listed = ['equity', 'fund'] as const

/**
 * Bars, quotes, trades, companies, options and news of the United States, currencies and crypto from Massive, which was
 * Polygon.io until October 2025. The key goes in a header and never into a URL.
 *
 * `splits` is Massive's own adjustment; `raw` are the prices as traded. Bars in which nothing traded do not exist.
 * At most 50,000 trades come in one call. Earnings need the vendor's Benzinga add-on.
 *
 * @throws {StarkMatterError} NOT_ENTITLED, the plan does not reach so far back, or lacks the endpoint
 * @throws {StarkMatterError} INVALID_KEY, the key is missing or wrong
 * @throws {StarkMatterError} RATE_LIMITED, more calls than the plan allows
 * @see https://massive.com/docs
 * @example
 * massive({ apiKey: 'demo' }).symbols.toProvider(parseInstrument('BTC-USD')) // 'X:BTCUSD'
 */
export function massive(options: MassiveOptions) {
  const {
    apiKey,
    baseUrl = 'https://api.massive.com',
    limits = [{ tokens: 5, every: '1m' }],
    delayedMs = null,
  } = options
  if (!apiKey) throw new InvalidParameterError('apiKey', 'a key from massive.com', apiKey)

  const headers = { authorization: `Bearer ${apiKey}` }
  const get = (path: string, parameters: Parameters = {}): HttpRequest => {
    const search = new URLSearchParams()
    for (const [name, value] of Object.entries(parameters)) {
      if (value !== undefined) search.set(name, String(value))
    }
    return { url: `${baseUrl}${path}${search.size > 0 ? `?${search}` : ''}`, headers }
  }
  const at = (path: string, symbol: string) => `${path}/${encodeURIComponent(symbol)}`
  const iso = (time: number | undefined) => (time === undefined ? undefined : new Date(time).toISOString())
  // The reference endpoints count in days; a day of slack covers every zone.
  const day = (time: number) => new Date(time).toISOString().slice(0, 10)

  return defineProvider({
    id: 'massive',
    title: 'Massive',
    delayedMs,
    limits,
    symbols: massiveSymbols,

    getBars: {
      assets,
      intervals: [
        '1s',
        '1m',
        '2m',
        '3m',
        '5m',
        '10m',
        '15m',
        '30m',
        '1h',
        '2h',
        '4h',
        '1d',
        '1w',
        '1mo',
        '3mo',
        '1y',
      ],
      adjustments: ['splits', 'raw'],
      extendedHours: true,
      request: ({ symbol, interval, start, end, adjustment }) =>
        get(`${at('/v2/aggs/ticker', symbol)}/range/${rangeOf(interval)}/${start}/${end - 1}`, {
          adjusted: adjustment !== 'raw',
          sort: 'asc',
          limit: 50_000,
        }),
      parse: readBars,
      next: (response, _query, request) => nextPage(response, baseUrl, request),
      join: joinBars,
    },
    getQuotes: {
      assets,
      batch: 100,
      request: ({ symbols }) => get(snapshotPath(symbols)),
      parse: readQuotes,
    },
    getTrades: {
      assets: ['equity', 'fund', 'crypto', 'option'],
      request: ({ symbol, start, end, limit }) =>
        get(at('/v3/trades', symbol), {
          'timestamp.gte': `${start}000000`,
          'timestamp.lt': `${end}000000`,
          order: 'asc',
          sort: 'timestamp',
          limit: Math.min(limit, 50_000),
        }),
      parse: readTrades,
    },
    searchSymbols: {
      request: ({ text, limit }) =>
        get('/v3/reference/tickers', { search: text, active: true, limit: Math.min(limit, 1000) }),
      parse: readMatches,
    },
    getProfile: {
      assets,
      request: ({ symbol }) => get(at('/v3/reference/tickers', symbol)),
      parse: readProfile,
    },
    getFinancials: {
      assets: ['equity'],
      request: ({ symbol, period }) =>
        get('/vX/reference/financials', {
          ticker: symbol,
          timeframe: period === 'trailing' ? 'ttm' : period,
          order: 'desc',
          sort: 'period_of_report_date',
          limit: 20,
        }),
      parse: readFinancials,
    },
    getEarnings: {
      assets: ['equity'],
      request: ({ symbol }) => get('/benzinga/v1/earnings', { ticker: symbol, sort: 'date.desc', limit: 40 }),
      parse: readEarnings,
    },
    getCorporateActions: {
      assets: listed,
      request: ({ symbol, start, end }) =>
        get('/v3/reference/dividends', {
          ticker: symbol,
          'ex_dividend_date.gte': day(start),
          'ex_dividend_date.lte': day(end),
          limit: 1000,
        }),
      parse: readCorporateActions,
      next: (response, { symbol, start, end }, request) => {
        const page = nextPage(response, baseUrl, request)
        if (page || !request.url.includes('/dividends')) return page
        return get('/v3/reference/splits', {
          ticker: symbol,
          'execution_date.gte': day(start),
          'execution_date.lte': day(end),
          limit: 1000,
        })
      },
      join: joinCorporateActions,
    },
    getOptionChain: {
      assets: ['equity', 'fund', 'index'],
      request: ({ symbol, expiry, now }) =>
        get(at('/v3/snapshot/options', symbol), {
          expiration_date: expiry,
          'expiration_date.gte': expiry === undefined ? dateInZone(now, 'America/New_York') : undefined,
          order: 'asc',
          sort: 'expiration_date',
          limit: 250,
        }),
      parse: readOptionChain,
      next: (response, query, request) =>
        isOneExpiry(response, query) ? nextPage(response, baseUrl, request) : undefined,
      join: joinOptionChains,
    },
    getMarketStatus: {
      request: ({ market }) => {
        exchangeOf(market)
        return get('/v1/marketstatus/now')
      },
      parse: readMarketStatus,
    },
    getCalendar: {
      request: ({ market }) => {
        exchangeOf(market)
        return get('/v1/marketstatus/upcoming')
      },
      parse: readCalendar,
    },
    getNews: {
      // One ticker is all that the endpoint can filter by.
      request: ({ symbols, start, end, limit }) =>
        get('/v2/reference/news', {
          ticker: symbols[0],
          'published_utc.gte': iso(start),
          'published_utc.lt': iso(end),
          order: 'desc',
          sort: 'published_utc',
          limit: Math.min(limit, 1000),
        }),
      parse: readNews,
    },
    watchBars: { assets, via: 'poll', everyMs: 15_000, intervals: ['1m', '5m', '15m', '30m', '1h', '1d'] },
    watchQuotes: { assets, via: 'poll', everyMs: 15_000 },
  })
}

type Parameters = Readonly<Record<string, string | number | boolean | undefined>>
