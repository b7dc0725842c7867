import type {
  Adjustment,
  AssetClass,
  BarSeries,
  CorporateActions,
  Earnings,
  Financials,
  Instrument,
  Interval,
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
import type { HttpResponse } from './http-message.ts'
import type { Limit } from './limit.ts'
import type { CredentialFlow, Late, Operation } from './operation.ts'
import type {
  BarsQuery,
  CalendarQuery,
  CorporateActionsQuery,
  EarningsQuery,
  FinancialsQuery,
  MarketStatusQuery,
  NewsQuery,
  OptionChainQuery,
  OrderBookQuery,
  ProfileQuery,
  QuotesQuery,
  SearchQuery,
  TradesQuery,
} from './query.ts'
import type { ProviderStream } from './stream.ts'

/** For which instruments an operation exists. */
type ForAssets = { assets: readonly AssetClass[] }

/** How a provider spells instruments, both ways. `fromProvider(toProvider(i))` is `i` again. */
export type SymbolDialect = {
  /** `undefined` when this provider cannot name the instrument: it is then not asked. Never a guess. */
  toProvider(instrument: Instrument): string | undefined
  fromProvider(symbol: string): Instrument | undefined
}

/**
 * Live data: over the provider's `stream`, or by asking `getBars`/`getQuotes` again every `everyMs`. With `orPollMs` that is
 * what happens where the stream refuses, as it does to a plan without streams.
 */
export type WatchCapability = ForAssets &
  ({ via: 'stream'; orPollMs?: number | undefined } | { via: 'poll'; everyMs: number })

/** Everything a provider may be able to do. An operation that is absent does not exist for the type system either. */
export type Operations = {
  getBars: Operation<BarsQuery, BarSeries<NumericMode>> &
    ForAssets & {
      /** Bar lengths this provider makes itself. */
      intervals: readonly Interval[]
      /** The first is what it answers when nothing is asked for. */
      adjustments: readonly Adjustment[]
      extendedHours?: boolean | undefined
      /** How far back it reaches, per interval, in ms before now; absent: without a known limit. */
      historyMs?: ((interval: Interval) => number | undefined) | undefined
      /**
       * The question is passed on to another client, as it was asked (`query.asked`). Its answers are not cached here:
       * the one who settles the rest also remembers. @default false
       */
      passesOn?: boolean | undefined
    }
  getQuotes: Operation<QuotesQuery, readonly Quote<NumericMode>[]> & ForAssets & { batch: number }
  getTrades: Operation<TradesQuery, readonly Trade<NumericMode>[]> & ForAssets
  getOrderBook: Operation<OrderBookQuery, OrderBook<NumericMode>> & ForAssets
  searchSymbols: Operation<SearchQuery, readonly SymbolMatch[]>
  getProfile: Operation<ProfileQuery, Profile> & ForAssets
  getFinancials: Operation<FinancialsQuery, Financials> & ForAssets
  getEarnings: Operation<EarningsQuery, Earnings> & ForAssets
  getCorporateActions: Operation<CorporateActionsQuery, CorporateActions> & ForAssets
  getOptionChain: Operation<OptionChainQuery, OptionChain> & ForAssets
  getMarketStatus: Operation<MarketStatusQuery, MarketStatus>
  getCalendar: Operation<CalendarQuery, MarketCalendar>
  getNews: Operation<NewsQuery, readonly NewsItem[]>
  watchBars: WatchCapability & {
    intervals: readonly Interval[]
    /**
     * Of these, those that its stream does not have and that are built of what it has, up to a day of UTC long: of its
     * trades (which needs `watchTrades` over the stream), or of its bars of a shorter interval.
     */
    built?: readonly { of: 'trades' | Interval; intervals: readonly Interval[] }[] | undefined
    /** Of these, those that its stream does not have: they are asked for again every so often. */
    polled?: { intervals: readonly Interval[]; everyMs: number } | undefined
  }
  watchQuotes: WatchCapability
  watchTrades: WatchCapability
  watchOrderBook: WatchCapability
}

export type OperationName = keyof Operations

export type ProviderFacts = {
  /** Kebab-case, unique in a client: `alpha-vantage`. */
  id: string
  /** Name for people. */
  title: string
  /** Its data are made up. Everything it answers is marked so. */
  simulated?: boolean | undefined
  /** Lag of its free or configured plan behind the market, ms; `null` when unknown. */
  delayedMs?: number | null | undefined
  limits?: readonly Limit[] | undefined
  /** How long the venue wants no more requests, by the headers of an answer, ms; nothing where it does not say. */
  pauseMs?: ((response: HttpResponse) => number | undefined) | undefined
  symbols: SymbolDialect
  credential?: CredentialFlow | Late<CredentialFlow> | undefined
  stream?: ProviderStream | undefined
}

/** A source of market data: pure, without I/O. Made with `defineProvider`. */
export type Provider = ProviderFacts & Partial<Operations>
