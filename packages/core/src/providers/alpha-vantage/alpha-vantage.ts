import { InvalidParameterError, UnsupportedError } from '../../errors/index.ts'
import { dateInZone, type Interval, parseInterval } from '../../market/index.ts'
import {
  type BarsQuery,
  defineProvider,
  type HttpRequest,
  joinBars,
  type Limit,
} from '../../provider/index.ts'
import { readBars } from './map-bars.ts'
import {
  joinCorporateActions,
  joinFinancials,
  readCorporateActions,
  readEarnings,
  readFinancials,
  readProfile,
} from './map-company.ts'
import { readOptionChain } from './map-options.ts'
import { marketOf, readMarketStatus, readMatches, readNews, readQuotes, toTopic } from './map-quotes.ts'
import { alphaVantageSymbols, legsOf } from './symbols.ts'

export type AlphaVantageOptions = {
  apiKey: string
  /** @default 'https://www.alphavantage.co' */
  baseUrl?: string
  /** Those of the plan. @default the free plan's: 5 a minute and 25 a day */
  limits?: readonly Limit[]
}

const dayMs = 86_400_000
/** An intraday answer without a month holds this much, with a day to spare. */
const recentMs = 29 * dayMs

/**
 * Shares, currencies and crypto, statements, earnings and news from Alpha Vantage.
 *
 * The vendor takes the key in the URL only. The core masks it in everything that it logs, records or throws; put a gateway
 * between this provider and a browser. `raw` are prices as traded, `splits+dividends` the vendor's adjusted ones (daily needs
 * the premium plan, as do long daily histories and intraday pairs). Quotes of shares carry no time of day.
 *
 * @throws {StarkMatterError} QUOTA_EXHAUSTED, the free plan's 25 requests of the day are used up
 * @throws {StarkMatterError} RATE_LIMITED, NOT_ENTITLED, INVALID_KEY or UNKNOWN_SYMBOL: all sent as HTTP 200
 * @see https://www.alphavantage.co/documentation/
 * @example
 * alphaVantage({ apiKey: 'demo' }).symbols.toProvider(parseInstrument('TSCO.L')) // 'TSCO.LON'
 */
export function alphaVantage(options: AlphaVantageOptions) {
  const {
    apiKey,
    baseUrl = 'https://www.alphavantage.co',
    limits = [
      { tokens: 5, every: '1m' },
      { tokens: 25, every: '1d' },
    ],
  } = options
  if (!apiKey) throw new InvalidParameterError('apiKey', 'a key from alphavantage.co', apiKey)

  const ask = (name: string, parameters: Parameters = {}): HttpRequest => {
    const search = new URLSearchParams({ function: name })
    for (const [key, value] of Object.entries(parameters)) {
      if (value !== undefined) search.set(key, String(value))
    }
    search.set('apikey', apiKey)
    return { url: `${baseUrl}/query?${search}` }
  }
  const nameIn = (request: HttpRequest) => new URL(request.url).searchParams.get('function')
  const askBars = (query: BarsQuery, month: string | undefined) => {
    const { name, parameters } = barsRequest(query, month)
    return ask(name, parameters)
  }

  return defineProvider({
    id: 'alpha-vantage',
    title: 'Alpha Vantage',
    delayedMs: null,
    limits,
    symbols: alphaVantageSymbols,

    getBars: {
      assets: ['equity', 'fund', 'fx', 'crypto'],
      intervals: ['1m', '5m', '15m', '30m', '1h', '1d', '1w', '1mo'],
      adjustments: ['raw', 'splits+dividends'],
      extendedHours: true,
      request: (query) => askBars(query, firstMonth(query)),
      parse: readBars,
      // Beyond the recent weeks a share's intraday bars come month by month.
      next: (_response, query, request) => {
        const month = new URL(request.url).searchParams.get('month')
        const following = month === null ? undefined : monthAfter(month)
        return following !== undefined && following <= lastMonth(query)
          ? askBars(query, following)
          : undefined
      },
      join: joinBars,
    },
    getQuotes: {
      assets: ['equity', 'fund', 'fx', 'crypto'],
      batch: 1,
      request: ({ symbols: [symbol = ''] }) => {
        if (!symbol.includes('/')) return ask('GLOBAL_QUOTE', { symbol })
        const [from_currency, to_currency] = legsOf(symbol)
        return ask('CURRENCY_EXCHANGE_RATE', { from_currency, to_currency })
      },
      parse: readQuotes,
    },
    searchSymbols: {
      request: ({ text }) => ask('SYMBOL_SEARCH', { keywords: text }),
      parse: readMatches,
    },
    getProfile: {
      assets: ['equity'],
      request: ({ symbol }) => ask('OVERVIEW', { symbol }),
      parse: readProfile,
    },
    getEarnings: {
      assets: ['equity'],
      request: ({ symbol }) => ask('EARNINGS', { symbol }),
      parse: readEarnings,
    },
    getFinancials: {
      assets: ['equity'],
      request: ({ symbol, period }) => {
        if (period !== 'trailing') return ask('INCOME_STATEMENT', { symbol })
        throw new UnsupportedError('alpha-vantage has annual and quarterly statements only.', {
          provider: 'alpha-vantage',
        })
      },
      parse: readFinancials,
      next: (_response, { symbol }, request) => {
        const name = nameIn(request)
        if (name === 'INCOME_STATEMENT') return ask('BALANCE_SHEET', { symbol })
        return name === 'BALANCE_SHEET' ? ask('CASH_FLOW', { symbol }) : undefined
      },
      join: joinFinancials,
    },
    getCorporateActions: {
      assets: ['equity', 'fund'],
      request: ({ symbol }) => ask('DIVIDENDS', { symbol }),
      parse: readCorporateActions,
      next: (_response, { symbol }, request) =>
        nameIn(request) === 'DIVIDENDS' ? ask('SPLITS', { symbol }) : undefined,
      join: joinCorporateActions,
    },
    getOptionChain: {
      assets: ['equity', 'fund'],
      request: ({ symbol }) => ask('HISTORICAL_OPTIONS', { symbol }),
      parse: readOptionChain,
    },
    getMarketStatus: {
      request: ({ market }) => {
        if (marketOf(market)) return ask('MARKET_STATUS')
        throw new UnsupportedError(`alpha-vantage does not tell the state of the market "${market}".`, {
          provider: 'alpha-vantage',
        })
      },
      parse: readMarketStatus,
    },
    getNews: {
      request: ({ symbols, start, end, limit }) =>
        ask('NEWS_SENTIMENT', {
          tickers: symbols.length > 0 ? symbols.map(toTopic).join(',') : undefined,
          time_from: compactTime(start),
          time_to: compactTime(end),
          sort: 'LATEST',
          limit: Math.min(limit, 1000),
        }),
      parse: readNews,
    },
    // A poll a minute is all that five requests a minute leave room for.
    watchBars: {
      assets: ['equity', 'fund', 'fx', 'crypto'],
      via: 'poll',
      everyMs: 60_000,
      intervals: ['1m', '5m', '15m', '30m', '1h', '1d'],
    },
    watchQuotes: { assets: ['equity', 'fund', 'fx', 'crypto'], via: 'poll', everyMs: 60_000 },
  })
}

type Parameters = Readonly<Record<string, string | number | boolean | undefined>>

/** Which function answers, by asset class, interval and adjustment. */
function barsRequest(query: BarsQuery, month: string | undefined): { name: string; parameters: Parameters } {
  const { symbol, instrument, interval, adjustment, extendedHours } = query
  const { isDaily } = parseInterval(interval)
  const period = periodName(interval)
  const outputsize = isLong(query) ? 'full' : 'compact'
  const intraday = { interval: minutesName(interval), outputsize }
  if (instrument.assetClass === 'fx') {
    const [from_symbol, to_symbol] = legsOf(symbol)
    const pair = { from_symbol, to_symbol }
    return isDaily
      ? { name: `FX_${period}`, parameters: { ...pair, outputsize } }
      : { name: 'FX_INTRADAY', parameters: { ...pair, ...intraday } }
  }
  if (instrument.assetClass === 'crypto') {
    const [base, market] = legsOf(symbol)
    return isDaily
      ? { name: `DIGITAL_CURRENCY_${period}`, parameters: { symbol: base, market } }
      : { name: 'CRYPTO_INTRADAY', parameters: { symbol: base, market, ...intraday } }
  }
  const adjusted = adjustment === 'splits+dividends'
  if (isDaily) {
    return { name: `TIME_SERIES_${period}${adjusted ? '_ADJUSTED' : ''}`, parameters: { symbol, outputsize } }
  }
  const parameters = { symbol, ...intraday, adjusted, extended_hours: extendedHours, month }
  return { name: 'TIME_SERIES_INTRADAY', parameters }
}

function periodName(interval: Interval): string {
  if (interval === '1w') return 'WEEKLY'
  return interval === '1mo' ? 'MONTHLY' : 'DAILY'
}

function minutesName(interval: Interval): string {
  return `${parseInterval(interval).ms / 60_000}min`
}

/** Whether the newest 100 rows, which is "compact", do not reach back to the start. Shares rest on weekends and holidays. */
function isLong({ interval, start, now }: BarsQuery): boolean {
  const { ms, isDaily } = parseInterval(interval)
  return now - start > (isDaily ? 65 * ms : 50 * ms)
}

/** Months are asked for by name only where they are older than what comes without. */
function firstMonth({ interval, instrument, start, now }: BarsQuery): string | undefined {
  const { isDaily } = parseInterval(interval)
  const isShare = instrument.assetClass === 'equity' || instrument.assetClass === 'fund'
  return isDaily || !isShare || start >= now - recentMs ? undefined : monthOf(start)
}

function lastMonth({ end, now }: BarsQuery): string {
  return monthOf(Math.min(end - 1, now))
}

function monthOf(time: number): string {
  return dateInZone(time, 'America/New_York').slice(0, 7)
}

function monthAfter(month: string): string {
  const date = new Date(`${month}-01`)
  date.setUTCMonth(date.getUTCMonth() + 1)
  return date.toISOString().slice(0, 7)
}

/** `20240131T0930`. */
function compactTime(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString().slice(0, 16).replace(/[-:]/g, '')
}
