import { describe, expect, test } from 'vitest'
import { StarkMatterError } from '../errors/index.ts'
import { BarSeries, parseInstrument } from '../market/index.ts'
import type { HttpResponse, Provider } from '../provider/index.ts'
import { alphaVantage } from '../providers/alpha-vantage/index.ts'
import { massive } from '../providers/massive/index.ts'
import { yahoo } from '../providers/yahoo/index.ts'
import { tryMutations } from './describe-provider.ts'
import { loadProvider } from './load-provider.ts'
import { hasRecordings, type Recording, readRecordings } from './recordings.ts'
import {
  type HttpOperationName,
  httpOperation,
  httpOperationNames,
  type SampleQuery,
  sampleQuery,
} from './sample-query.ts'

const now = Date.UTC(2026, 0, 1)

/** The query to which a recording is an answer, as far as the decoder is concerned. */
function queryOf(
  provider: Provider,
  name: HttpOperationName,
  symbol: string,
  fields: Partial<SampleQuery> = {},
): SampleQuery {
  const symbols = symbol.split(',')
  const instruments = symbols.map((one) => provider.symbols.fromProvider(one) ?? parseInstrument('AAPL'))
  const [instrument = parseInstrument('AAPL')] = instruments
  return sampleQuery(provider, name, {
    instrument,
    symbol,
    instruments,
    symbols,
    now,
    limit: 1000,
    extendedHours: true,
    ...fields,
  })
}

/** What an operation makes of an answer: a value, or the code of a typed error. Anything else fails the test. */
function outcome(
  provider: Provider,
  name: HttpOperationName,
  response: HttpResponse,
  symbol: string,
): unknown {
  try {
    const operation = httpOperation(provider, name)
    if (!operation) throw new Error(`${provider.id} has no ${name}`)
    const value = operation.parse(response, queryOf(provider, name, symbol))
    expect(value).toBeDefined()
    return value
  } catch (error) {
    if (StarkMatterError.is(error)) return error.code
    throw error
  }
}

type Route = readonly [
  endpoint: RegExp,
  name: HttpOperationName,
  symbol?: (recording: Recording) => string,
  fields?: Partial<SampleQuery>,
]

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
  [/futures\/v\w+\/aggs/, 'getBars', () => 'GCJ5'],
  [/futures\/v\w+\/trades/, 'getTrades', () => 'ESZ4'],
  [/v3\/trades\/\{crypto/, 'getTrades', () => 'X:BTCUSD'],
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
  [/TIME_SERIES_INTRADAY/, 'getBars', () => 'AAPL', { interval: '1m' }],
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
  { folder: 'yahoo', provider: await loadProvider(yahoo()), routes: yahooRoutes },
  { folder: 'massive', provider: await loadProvider(massive({ apiKey: 'key' })), routes: massiveRoutes },
  {
    folder: 'alphavantage',
    provider: await loadProvider(alphaVantage({ apiKey: 'key' })),
    routes: alphaVantageRoutes,
  },
])('recorded answers of $folder', ({ folder, provider, routes }) => {
  const recordings = readRecordings(folder)
  const routeOf = ({ url }: Recording) =>
    routes.find(([endpoint]) =>
      endpoint.test(folder === 'massive' ? decodeURIComponent(url.pathname) : url.href + url.pathname),
    )

  test.each(recordings.map((recording) => ({ recording, name: recording.name })))(
    '$name',
    ({ recording }) => {
      const { response } = recording
      const route = routeOf(recording)
      const refusal = refusals[recording.name]
      const symbol = route?.[2]?.(recording) ?? 'AAPL'
      if (refusal) expect(outcome(provider, route?.[1] ?? 'getBars', response, symbol)).toBe(refusal)
      else if (route) expect(outcome(provider, route[1], response, symbol)).toBeTypeOf('object')
      // Whatever a provider is sent by mistake: a value or a typed error, in every operation.
      for (const name of httpOperationNames)
        if (httpOperation(provider, name)) outcome(provider, name, response, 'AAPL')
    },
  )

  const decoded = recordings.flatMap((recording) => {
    const route = routeOf(recording)
    return route && !refusals[recording.name] ? [{ recording, route, name: recording.name }] : []
  })
  test.each(decoded)(
    '$name, damaged in one place, is still right or refused with the place named',
    ({ recording, route }) => {
      const [, name, symbolIn, fields] = route
      const operation = httpOperation(provider, name)
      if (!operation) throw new Error(`${provider.id} has no ${name}`)
      const query = queryOf(provider, name, symbolIn?.(recording) ?? 'AAPL', fields)
      const tried = tryMutations(operation, query, recording.response, 100)
      expect(tried.wrong).toEqual([])
      expect(tried.unnamed.slice(Math.floor(tried.count / 100))).toEqual([])
    },
  )
})

describe.runIf(hasRecordings)('prices of Yahoo charts', () => {
  test('all carry float32 noise on the wire, and none afterwards', async () => {
    let count = 0
    const provider = await loadProvider(yahoo())
    for (const { name, response, url } of readRecordings('yahoo')) {
      if (!url.pathname.includes('/chart/')) continue
      const query = queryOf(provider, 'getBars', 'AAPL')
      const bars = provider.getBars.parse(response, query)
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
