import { describe, expect, test } from 'vitest'
import { isJsonObject, Wire } from '../provider/index.ts'
import { alphaVantage } from '../providers/alpha-vantage/index.ts'
import { massive } from '../providers/massive/index.ts'
import { shortestFloat32 } from '../providers/yahoo/float32.ts'
import { yahoo } from '../providers/yahoo/index.ts'
import { describeRecordings, type RecordingRoute } from './describe-recordings.ts'
import { hasRecordings, type Recording, readRecordings } from './recordings.ts'

const lastPart = ({ url }: Recording) => decodeURIComponent(url.pathname.split('/').at(-1) ?? '')

const yahooRoutes: readonly RecordingRoute[] = [
  { endpoint: /chart/, operation: 'getBars', symbol: lastPart },
  {
    endpoint: /finance\/quote$/,
    operation: 'getQuotes',
    symbol: ({ url }) => url.searchParams.get('symbols') ?? '',
  },
  {
    endpoint: /quoteSummary.*(assetProfile|price|summaryDetail|defaultKeyStatistics)/,
    operation: 'getProfile',
    symbol: lastPart,
  },
  { endpoint: /quoteSummary.*(earnings|calendarEvents)/, operation: 'getEarnings', symbol: lastPart },
  { endpoint: /quoteSummary.*QQQ/, operation: 'getProfile', symbol: lastPart },
  { endpoint: /fundamentals-timeseries/, operation: 'getFinancials', symbol: lastPart },
  { endpoint: /options/, operation: 'getOptionChain', symbol: lastPart },
  { endpoint: /finance\/search/, operation: 'searchSymbols' },
]

const massiveRoutes: readonly RecordingRoute[] = [
  { endpoint: /aggs\/ticker/, operation: 'getBars' },
  { endpoint: /v2\/snapshot\/.*tickers$/, operation: 'getQuotes', symbol: tickersIn },
  { endpoint: /v2\/snapshot\/.*tickers\/[^/]+$/, operation: 'getQuotes', symbol: tickersIn },
  { endpoint: /v3\/snapshot\/indices/, operation: 'getQuotes', symbol: tickersIn },
  { endpoint: /futures\/v\w+\/aggs/, operation: 'getBars', symbol: () => 'GCJ5' },
  { endpoint: /futures\/v\w+\/trades/, operation: 'getTrades', symbol: () => 'ESZ4' },
  { endpoint: /v3\/trades\/\{crypto/, operation: 'getTrades', symbol: () => 'X:BTCUSD' },
  { endpoint: /v3\/trades/, operation: 'getTrades' },
  { endpoint: /reference\/tickers$/, operation: 'searchSymbols' },
  { endpoint: /reference\/tickers\/(?!types)/, operation: 'getProfile', symbol: lastPart },
  { endpoint: /reference\/(dividends|splits)/, operation: 'getCorporateActions' },
  { endpoint: /stocks\/v1\/splits/, operation: 'getCorporateActions' },
  { endpoint: /vX\/reference\/financials/, operation: 'getFinancials' },
  { endpoint: /benzinga\/v1\/earnings/, operation: 'getEarnings' },
  { endpoint: /v3\/snapshot\/options\/[^/]+$/, operation: 'getOptionChain' },
  { endpoint: /^\/v1\/marketstatus\/now/, operation: 'getMarketStatus' },
  { endpoint: /^\/v1\/marketstatus\/upcoming/, operation: 'getCalendar' },
  { endpoint: /reference\/news/, operation: 'getNews' },
]

const alphaVantageRoutes: readonly RecordingRoute[] = [
  { endpoint: /TIME_SERIES_INTRADAY/, operation: 'getBars', symbol: () => 'AAPL', query: { interval: '1m' } },
  { endpoint: /TIME_SERIES/, operation: 'getBars' },
  { endpoint: /GLOBAL_QUOTE/, operation: 'getQuotes' },
  { endpoint: /CURRENCY_EXCHANGE_RATE/, operation: 'getQuotes', symbol: () => 'BTC/CNY' },
  { endpoint: /SYMBOL_SEARCH/, operation: 'searchSymbols' },
  { endpoint: /OVERVIEW/, operation: 'getProfile' },
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

describeRecordings({ provider: yahoo(), routes: yahooRoutes, refusals })
describeRecordings({ provider: massive({ apiKey: 'key' }), routes: massiveRoutes, refusals })
describeRecordings({
  folder: 'alphavantage',
  provider: alphaVantage({ apiKey: 'key' }),
  routes: alphaVantageRoutes,
  refusals,
})

describe.runIf(hasRecordings)('prices of Yahoo charts', () => {
  test('all carry float32 noise on the wire, and none afterwards', () => {
    let count = 0
    for (const { response, url } of readRecordings('yahoo')) {
      if (!url.pathname.includes('/chart/')) continue
      const { value } = new Wire('yahoo', response.json()).at('chart').at('result').at(0).at('indicators')
      for (const [name, column] of columnsOf(value)) {
        if (name === 'volume') continue
        for (const price of column) {
          if (typeof price !== 'number') continue
          count += 1
          expect(String(shortestFloat32(price))).toBe(shortestText(price))
        }
      }
    }
    expect(count).toBeGreaterThan(2_000)
  })
})

/** Every column below a value, with its name. */
function* columnsOf(
  value: unknown,
  name = '',
): Generator<readonly [name: string, column: readonly unknown[]]> {
  if (Array.isArray(value) && value.every((cell) => !isJsonObject(cell))) yield [name, value]
  else if (Array.isArray(value)) for (const item of value) yield* columnsOf(item, name)
  else if (isJsonObject(value)) for (const [key, field] of Object.entries(value)) yield* columnsOf(field, key)
}

/** The slow and obvious way to the shortest decimal of a float32. */
function shortestText(value: number): string {
  for (let digits = 1; digits <= 9; digits++) {
    const text = Number(value.toPrecision(digits))
    if (Math.fround(text) === Math.fround(value)) return String(text)
  }
  return String(value)
}
