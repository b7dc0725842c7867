import { UnsupportedError } from '../../errors/index.ts'
import { isInterval } from '../../market/index.ts'
import { type Credential, defineProvider, type HttpRequest, type Limit } from '../../provider/index.ts'
import { yahooCredential } from './credential.ts'
import { readBars, yahooHistoryMs, yahooIntervals } from './map-bars.ts'
import {
  earningsModules,
  profileModules,
  readCorporateActions,
  readEarnings,
  readProfile,
} from './map-company.ts'
import { readFinancials, seriesNames } from './map-financials.ts'
import { readOptionChain } from './map-options.ts'
import { readMatches, readNews, readQuotes } from './map-quotes.ts'
import { yahooSymbols } from './symbols.ts'

export type YahooOptions = {
  /** @default 'https://query2.finance.yahoo.com' */
  baseUrl?: string
  /** Where the session cookie is given. @default 'https://fc.yahoo.com' */
  cookieUrl?: string
  /** A page that leads through the consent form. @default 'https://finance.yahoo.com/quote/AAPL' */
  consentUrl?: string
  /** How requests name their sender. Say who you are; never a browser's name. @default 'StarkMatter' */
  userAgent?: string
  /** Yahoo publishes no limits. The default keeps well below what users report to be tolerated. */
  limits?: readonly Limit[]
}

const assets = ['equity', 'fund', 'index', 'crypto', 'fx', 'future', 'option'] as const
const listed = ['equity', 'fund', 'index'] as const

/**
 * Prices, quotes, company figures, options and headlines from Yahoo Finance. No key needed, and not official: it is made for
 * Yahoo's own pages, may refuse at any time, and cannot be called from a browser. Put another provider behind it.
 *
 * Bars are adjusted for splits; `splits+dividends` (daily and longer) uses Yahoo's adjusted close. Bid and ask sizes come in
 * lots of the market.
 *
 * @throws {StarkMatterError} UNKNOWN_SYMBOL or DELISTED, the symbol has no data
 * @throws {StarkMatterError} RATE_LIMITED, Yahoo refuses for now
 * @throws {StarkMatterError} NO_DATA, there are no figures of this kind
 * @example
 * yahoo().symbols.toProvider(parseInstrument('BRK.B')) // 'BRK-B'
 */
export function yahoo(options: YahooOptions = {}) {
  const {
    baseUrl = 'https://query2.finance.yahoo.com',
    cookieUrl = 'https://fc.yahoo.com',
    consentUrl = 'https://finance.yahoo.com/quote/AAPL',
    userAgent = 'StarkMatter',
    limits = [
      { tokens: 5, every: '1s' },
      { tokens: 2_000, every: '1h' },
    ],
  } = options

  const get = (path: string, parameters: Parameters, credential: Credential = {}): HttpRequest => {
    const { crumb, cookie } = credential
    const search = new URLSearchParams()
    for (const [name, value] of Object.entries({ ...parameters, crumb })) {
      if (value !== undefined) search.set(name, String(value))
    }
    return {
      url: `${baseUrl}${path}?${search}`,
      headers: { 'user-agent': userAgent, ...(cookie !== undefined && { cookie }) },
    }
  }
  const at = (path: string, symbol: string) => `${path}/${encodeURIComponent(symbol)}`
  const summary = (symbol: string, modules: readonly string[], credential: Credential) =>
    get(at('/v10/finance/quoteSummary', symbol), { modules: modules.join(','), formatted: false }, credential)

  return defineProvider({
    id: 'yahoo',
    title: 'Yahoo Finance',
    delayedMs: null,
    limits,
    symbols: yahooSymbols,
    credential: yahooCredential({
      cookieUrl,
      consentUrl,
      crumbUrl: `${baseUrl}/v1/test/getcrumb`,
      userAgent,
    }),

    getBars: {
      assets,
      intervals: Object.keys(yahooIntervals).filter(isInterval),
      adjustments: ['splits', 'splits+dividends'],
      extendedHours: true,
      historyMs: yahooHistoryMs,
      request: ({ symbol, interval, start, end, adjustment, extendedHours }) => {
        if (adjustment === 'splits+dividends' && /[mh]$/.test(interval)) {
          throw new UnsupportedError('yahoo adjusts for dividends on daily and longer bars only.', {
            provider: 'yahoo',
          })
        }
        return get(at('/v8/finance/chart', symbol), {
          period1: Math.floor(start / 1000),
          period2: Math.ceil(end / 1000),
          interval: yahooIntervals[interval] ?? interval,
          includePrePost: extendedHours,
          events: 'div|split',
        })
      },
      parse: readBars,
    },
    getQuotes: {
      assets,
      batch: 100,
      needsCredential: true,
      request: ({ symbols }, credential) =>
        get('/v7/finance/quote', { symbols: symbols.join(',') }, credential),
      parse: readQuotes,
    },
    searchSymbols: {
      request: ({ text, limit }) => get('/v1/finance/search', { q: text, quotesCount: limit, newsCount: 0 }),
      parse: readMatches,
    },
    getProfile: {
      assets: listed,
      needsCredential: true,
      request: ({ symbol }, credential) => summary(symbol, profileModules, credential),
      parse: readProfile,
    },
    getEarnings: {
      assets: ['equity'],
      needsCredential: true,
      request: ({ symbol }, credential) => summary(symbol, earningsModules, credential),
      parse: readEarnings,
    },
    getFinancials: {
      assets: ['equity'],
      request: ({ symbol, period, now }) =>
        get(at('/ws/fundamentals-timeseries/v1/finance/timeseries', symbol), {
          type: seriesNames(period).join(','),
          // Yahoo keeps about five years.
          period1: Math.floor(now / 1000) - 6 * 31_536_000,
          period2: Math.floor(now / 1000),
        }),
      parse: readFinancials,
    },
    getCorporateActions: {
      assets: listed,
      request: ({ symbol, start, end }) =>
        get(at('/v8/finance/chart', symbol), {
          period1: Math.floor(start / 1000),
          period2: Math.ceil(end / 1000),
          interval: '1d',
          events: 'div|split',
        }),
      parse: readCorporateActions,
    },
    getOptionChain: {
      assets: listed,
      needsCredential: true,
      request: ({ symbol, expiry }, credential) =>
        get(
          at('/v7/finance/options', symbol),
          { date: expiry === undefined ? undefined : Date.parse(expiry) / 1000 },
          credential,
        ),
      parse: readOptionChain,
    },
    getNews: {
      request: ({ text, symbols, limit }) =>
        get('/v1/finance/search', { q: text ?? symbols.join(' '), quotesCount: 0, newsCount: limit }),
      parse: readNews,
    },
    watchBars: {
      assets,
      via: 'poll',
      everyMs: 15_000,
      intervals: Object.keys(yahooIntervals).filter(isInterval),
    },
    watchQuotes: { assets, via: 'poll', everyMs: 15_000 },
  })
}

type Parameters = Readonly<Record<string, string | number | boolean | undefined>>
