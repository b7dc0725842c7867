import { describe, expect, test } from 'vitest'
import { StarkMatterError } from '../errors/index.ts'
import { BarSeries, type Instrument, parseInstrument } from '../market/index.ts'
import type { BarsQuery, HttpResponse, Provider } from '../provider/index.ts'
import { alphaVantage } from '../providers/alpha-vantage/index.ts'
import { massive } from '../providers/massive/index.ts'
import { yahoo } from '../providers/yahoo/index.ts'
import { hasRecordings, type Recording, readRecordings } from './recordings.ts'

type HttpName =
  | 'getBars'
  | 'getQuotes'
  | 'getTrades'
  | 'searchSymbols'
  | 'getProfile'
  | 'getFinancials'
  | 'getEarnings'
  | 'getCorporateActions'
  | 'getOptionChain'
  | 'getMarketStatus'
  | 'getCalendar'
  | 'getNews'

const now = Date.UTC(2026, 0, 1)

/** What an operation makes of an answer: a value, or the code of a typed error. Anything else fails the test. */
function outcome(parse: () => unknown): unknown {
  try {
    const value = parse()
    expect(value).toBeDefined()
    return value
  } catch (error) {
    if (StarkMatterError.is(error)) return error.code
    throw error
  }
}

function parseWith(provider: Provider, name: HttpName, response: HttpResponse, symbol: string): unknown {
  const operation = provider[name]
  if (!operation || !('parse' in operation)) throw new Error(`${provider.id} has no ${name}`)
  const instrument: Instrument = provider.symbols.fromProvider(symbol) ?? parseInstrument('AAPL')
  // One query with every field that any operation reads.
  const query = {
    instrument,
    symbol,
    instruments: symbol.split(',').map((one) => provider.symbols.fromProvider(one) ?? instrument),
    symbols: symbol.split(','),
    now,
    interval: '1d',
    start: 0,
    end: now,
    adjustment: 'splits',
    extendedHours: true,
    numeric: 'number',
    limit: 1000,
    text: symbol,
    period: 'annual',
    expiry: undefined,
    market: 'XNYS',
    depth: 10,
  } as const
  const parse: (response: HttpResponse, all: typeof query) => unknown = operation.parse
  return outcome(() => parse(response, query))
}

type Route = readonly [endpoint: RegExp, name: HttpName, symbol?: (recording: Recording) => string]

const lastPart = ({ url }: Recording) => decodeURIComponent(url.pathname.split('/').at(-1) ?? '')

const yahooRoutes: readonly Route[] = [
  [/chart/, 'getBars', lastPart],
  [/finance\/quote$/, 'getQuotes', ({ url }) => url.searchParams.get('symbols') ?? ''],
  [/quoteSummary.*(assetProfile|price|summaryDetail|defaultKeyStatistics)/, 'getProfile', lastPart],
  [/quoteSummary.*(earnings|calendarEvents)/, 'getEarnings', lastPart],
  [/quoteSummary.*QQQ/, 'getProfile', lastPart],
  [/fundamentals-timeseries/, 'getFinancials', lastPart],
  [/options/, 'getOptionChain', lastPart],
  [/finance\/search/, 'searchSymbols'],
]

const massiveRoutes: readonly Route[] = [
  [/aggs\/ticker/, 'getBars'],
  [/v2\/snapshot\/.*tickers$/, 'getQuotes', tickersIn],
  [/v2\/snapshot\/.*tickers\/[^/]+$/, 'getQuotes', tickersIn],
  [/v3\/snapshot\/indices/, 'getQuotes', tickersIn],
  [/v3\/trades/, 'getTrades'],
  [/reference\/tickers$/, 'searchSymbols'],
  [/reference\/tickers\/(?!types)/, 'getProfile', lastPart],
  [/reference\/(dividends|splits)/, 'getCorporateActions'],
  [/stocks\/v1\/splits/, 'getCorporateActions'],
  [/vX\/reference\/financials/, 'getFinancials'],
  [/benzinga\/v1\/earnings/, 'getEarnings'],
  [/v3\/snapshot\/options\/[^/]+$/, 'getOptionChain'],
  [/^\/v1\/marketstatus\/now/, 'getMarketStatus'],
  [/^\/v1\/marketstatus\/upcoming/, 'getCalendar'],
  [/reference\/news/, 'getNews'],
]

const alphaVantageRoutes: readonly Route[] = [
  [/TIME_SERIES/, 'getBars'],
  [/GLOBAL_QUOTE/, 'getQuotes'],
  [/CURRENCY_EXCHANGE_RATE/, 'getQuotes', () => 'BTC/CNY'],
  [/SYMBOL_SEARCH/, 'searchSymbols'],
  [/OVERVIEW/, 'getProfile'],
]

function tickersIn({ response }: Recording): string {
  return [...response.text.matchAll(/"ticker":"([^"]+)"/g)].map((match) => match[1]).join(',')
}

const refusals: Readonly<Record<string, string>> = {
  'alphavantage/error-200-note-5-per-min.json': 'RATE_LIMITED',
  'massive/error-no-key.json': 'INVALID_KEY',
  'massive/error-not-authorized-timeframe.json': 'NOT_ENTITLED',
  'yahoo/error-401-invalid-crumb.json': 'INVALID_KEY',
  'yahoo/error-404-xml.json': 'UPSTREAM',
  'yahoo/error-429-getcrumb.json': 'RATE_LIMITED',
  'yahoo/pageWith404andJson.fake.json': 'UPSTREAM',
  'yahoo/quote-AAPL220121C00025000.json': 'UNKNOWN_SYMBOL',
  'yahoo/quote-BRKS.json': 'DELISTED',
  'yahoo/quoteSummary-financialData-QQQ.json': 'NO_DATA',
  'yahoo/fundamentalsTimeSeries-0P000071W8.TO-financials-quarterly.json': 'NO_DATA',
}

describe.runIf(hasRecordings).each([
  { folder: 'yahoo', provider: yahoo(), routes: yahooRoutes },
  { folder: 'massive', provider: massive({ apiKey: 'key' }), routes: massiveRoutes },
  { folder: 'alphavantage', provider: alphaVantage({ apiKey: 'key' }), routes: alphaVantageRoutes },
])('recorded answers of $folder', ({ folder, provider, routes }) => {
  const recordings = readRecordings(folder)

  test.each(recordings.map((recording) => ({ recording, name: recording.name })))(
    '$name',
    ({ recording }) => {
      const { response, url } = recording
      const route = routes.find(([endpoint]) =>
        endpoint.test(folder === 'massive' ? url.pathname : url.href + url.pathname),
      )
      const refusal = refusals[recording.name]
      if (refusal) {
        expect(parseWith(provider, route?.[1] ?? 'getBars', response, 'AAPL')).toBe(refusal)
      } else if (route) {
        const symbol = route[2]?.(recording) ?? 'AAPL'
        expect(parseWith(provider, route[1], response, symbol)).toBeTypeOf('object')
      }
      // Whatever a provider is sent by mistake: a value or a typed error, in every operation.
      for (const name of Object.keys(provider)) {
        if (isHttpName(provider, name)) parseWith(provider, name, response, 'AAPL')
      }
    },
  )
})

function isHttpName(provider: Provider, name: string): name is HttpName {
  const operation: unknown = Object.entries(provider).find(([key]) => key === name)?.[1]
  return typeof operation === 'object' && operation !== null && 'parse' in operation
}

describe.runIf(hasRecordings)('prices of Yahoo charts', () => {
  test('all carry float32 noise on the wire, and none afterwards', () => {
    let count = 0
    for (const { name, response, url } of readRecordings('yahoo')) {
      if (!url.pathname.includes('/chart/')) continue
      const query: BarsQuery = {
        instrument: parseInstrument('AAPL'),
        symbol: 'AAPL',
        now,
        interval: '1d',
        start: 0,
        end: now,
        adjustment: 'splits',
        extendedHours: true,
        numeric: 'number',
      }
      const bars = yahoo().getBars.parse(response, query)
      expect(bars, name).toBeInstanceOf(BarSeries)
      for (const column of [bars.open, bars.high, bars.low, bars.close]) {
        for (const price of column) {
          count += 1
          expect(shortestText(Number(price))).toBe(String(price))
        }
      }
    }
    expect(count).toBeGreaterThan(1_700)
  })
})

/** The slow and obvious way to the shortest decimal of a float32. */
function shortestText(value: number): string {
  for (let digits = 1; digits <= 9; digits++) {
    const text = Number(value.toPrecision(digits))
    if (Math.fround(text) === Math.fround(value)) return String(text)
  }
  return String(value)
}
