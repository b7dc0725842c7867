import type { Clock } from '../http/clock.ts'
import type { Limiter } from '../http/limiter.ts'
import type {
  Bar,
  BarSeries,
  CorporateActions,
  Earnings,
  Financials,
  Instrument,
  MarketCalendar,
  MarketStatus,
  NewsItem,
  NumericMode,
  OptionChain,
  OrderBook,
  Profile,
  Quote,
  SymbolMatch,
  Trade,
} from '../market/index.ts'
import type { Files, OperationName, Provider } from '../provider/index.ts'
import type { SocketConstructor } from '../stream/socket-feed.ts'
import type {
  GetBarsOptions,
  GetCalendarOptions,
  GetCorporateActionsOptions,
  GetFinancialsOptions,
  GetMarketStatusOptions,
  GetNewsOptions,
  GetOptionChainOptions,
  GetOrderBookOptions,
  GetQuoteOptions,
  GetQuotesOptions,
  GetTradesOptions,
  InstrumentOptions,
  SearchSymbolsOptions,
  WatchBarsOptions,
  WatchOrderBookOptions,
  WatchSymbolsOptions,
} from './options.ts'
import type { Subscription } from './subscription.ts'

/** A bar of a live feed, with the instrument that it belongs to. */
export type LiveBar = Bar & { instrument: Instrument }

/** Quotes in the order asked, and the symbols that no provider knows; `missing` is absent when there are none. */
export type QuoteList<mode extends NumericMode = 'number'> = readonly Quote<mode>[] & {
  readonly missing?: readonly string[]
}

/** Every method that a client may have. Which ones it has follows from its providers. */
export type ClientActions = {
  getBars<const mode extends NumericMode = 'number'>(options: GetBarsOptions<mode>): Promise<BarSeries<mode>>
  getQuote<const mode extends NumericMode = 'number'>(options: GetQuoteOptions<mode>): Promise<Quote<mode>>
  getQuotes<const mode extends NumericMode = 'number'>(
    options: GetQuotesOptions<mode>,
  ): Promise<QuoteList<mode>>
  getTrades<const mode extends NumericMode = 'number'>(
    options: GetTradesOptions<mode>,
  ): Promise<readonly Trade<mode>[]>
  getOrderBook<const mode extends NumericMode = 'number'>(
    options: GetOrderBookOptions<mode>,
  ): Promise<OrderBook<mode>>
  searchSymbols(options: SearchSymbolsOptions): Promise<readonly SymbolMatch[]>
  getProfile(options: InstrumentOptions): Promise<Profile>
  getFinancials(options: GetFinancialsOptions): Promise<Financials>
  getEarnings(options: InstrumentOptions): Promise<Earnings>
  getCorporateActions(options: GetCorporateActionsOptions): Promise<CorporateActions>
  getOptionChain(options: GetOptionChainOptions): Promise<OptionChain>
  getMarketStatus(options?: GetMarketStatusOptions): Promise<MarketStatus>
  getCalendar(options?: GetCalendarOptions): Promise<MarketCalendar>
  getNews(options?: GetNewsOptions): Promise<readonly NewsItem[]>
  watchBars(options: WatchBarsOptions): Subscription<LiveBar>
  watchQuotes(options: WatchSymbolsOptions): Subscription<Quote>
  watchTrades(options: WatchSymbolsOptions): Subscription<Trade>
  watchOrderBook(options: WatchOrderBookOptions): Subscription<OrderBook>
}

/** The operation a provider must have for a client method to exist. */
type Needs = {
  [action in keyof ClientActions]: action extends 'getQuote' ? 'getQuotes' : action & OperationName
}

/** Operations that at least one of the providers has. */
type OperationsOf<provider> = provider extends unknown ? Extract<keyof provider, OperationName> : never

/** Names of the client methods that these providers make possible. */
export type ActionsOf<providers extends readonly Provider[]> = {
  [action in keyof ClientActions]: Needs[action] extends OperationsOf<providers[number]> ? action : never
}[keyof ClientActions]

/** A client whose methods are those that at least one of its providers can answer. */
export type Client<providers extends readonly Provider[] = readonly Provider[]> = ClientBase &
  Pick<ClientActions, ActionsOf<providers>>

/** What every client has, whatever its providers. */
export type ClientBase = {
  readonly providers: readonly Provider[]
  /** Ends every live feed and aborts every call under way. */
  close(): void
  [Symbol.asyncDispose](): Promise<void>
}

export type Logger = {
  debug(message: string, facts?: Record<string, unknown>): void
  warn(message: string, facts?: Record<string, unknown>): void
}

export type ClientConfig<providers extends readonly Provider[]> = {
  /** In order of preference. */
  providers: providers
  fetch?: typeof globalThis.fetch | undefined
  WebSocket?: SocketConstructor | undefined
  clock?: Clock | undefined
  /** 0..1, for the jitter of retries: a session that is played back draws the same. @default Math.random */
  random?: (() => number) | undefined
  /** Where local providers read files. @default the file system, on Node */
  files?: Files | undefined
  /** Bars kept in memory for all instruments together; 0 keeps none. @default { maxBars: 500_000 } */
  cache?: { maxBars: number } | undefined
  /** Keeps the providers' budgets. @default in this process */
  limiter?: Limiter | undefined
  logger?: Logger | undefined
}
