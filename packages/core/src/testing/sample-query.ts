import { type AssetClass, type Instrument, parseInstrument } from '../market/index.ts'
import type {
  BarsQuery,
  CalendarQuery,
  FinancialsQuery,
  HttpOperation,
  MarketStatusQuery,
  NewsQuery,
  OptionChainQuery,
  OrderBookQuery,
  Provider,
  QuotesQuery,
  SearchQuery,
  TradesQuery,
} from '../provider/index.ts'

export const httpOperationNames = [
  'getBars',
  'getQuotes',
  'getTrades',
  'getOrderBook',
  'searchSymbols',
  'getProfile',
  'getFinancials',
  'getEarnings',
  'getCorporateActions',
  'getOptionChain',
  'getMarketStatus',
  'getCalendar',
  'getNews',
] as const

export type HttpOperationName = (typeof httpOperationNames)[number]

/** A query with every field that any operation reads. */
export type SampleQuery = BarsQuery &
  QuotesQuery &
  TradesQuery &
  OrderBookQuery &
  SearchQuery &
  FinancialsQuery &
  OptionChainQuery &
  MarketStatusQuery &
  CalendarQuery &
  NewsQuery

/** What every operation has in common, whatever its answer. */
export type AnyHttpOperation = HttpOperation<SampleQuery, unknown>

/** The operation of a provider, where it has one that speaks HTTP. */
export function httpOperation(provider: Provider, name: HttpOperationName): AnyHttpOperation | undefined {
  const operation = provider[name]
  return operation && 'parse' in operation ? operation : undefined
}

/** One of each kind, by its canonical id. */
export const sampleInstruments: Readonly<Record<AssetClass, string>> = {
  equity: 'equity:AAPL',
  fund: 'fund:0P000071W8@XTSE',
  index: 'index:SPX',
  crypto: 'crypto:BTC/USD',
  perp: 'perp:BTC/USDT:USDT',
  fx: 'fx:EUR/USD',
  future: 'future:ES',
  option: 'option:AAPL.2026-12-18.C.150',
}

/** A plausible query for an operation, about the first kind of instrument that it serves. */
export function sampleQuery(
  provider: Provider,
  name: HttpOperationName,
  fields: Partial<SampleQuery> = {},
): SampleQuery {
  const operation = provider[name]
  const [assetClass = 'equity'] = operation && 'assets' in operation ? operation.assets : []
  const instrument: Instrument = fields.instrument ?? parseInstrument(sampleInstruments[assetClass])
  const symbol = fields.symbol ?? provider.symbols.toProvider(instrument) ?? instrument.symbol
  const now = fields.now ?? Date.UTC(2030, 0, 1)
  const [interval = '1d'] = provider.getBars?.intervals.filter((one) => one === '1d') ?? []
  return {
    instrument,
    symbol,
    instruments: [instrument],
    symbols: [symbol],
    now,
    interval,
    start: 0,
    end: now,
    adjustment: provider.getBars?.adjustments[0] ?? 'raw',
    extendedHours: false,
    numeric: 'number',
    limit: 10,
    depth: 10,
    text: symbol,
    period: 'annual',
    expiry: undefined,
    market: 'XNYS',
    ...fields,
  }
}
