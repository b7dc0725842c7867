import { dateInZone } from '../../market/index.ts'
import type {
  CalendarQuery,
  CorporateActionsQuery,
  EarningsQuery,
  FinancialsQuery,
  HttpRequest,
  HttpResponse,
  MarketStatusQuery,
  NewsQuery,
  OptionChainQuery,
  ProfileQuery,
  TradesQuery,
} from '../../provider/index.ts'
import { perSymbol } from '../../provider/news/perSymbol.ts'
import { at, createGet, type MassiveContext } from './context.ts'
import {
  joinCorporateActions,
  readCorporateActions,
  readEarnings,
  readFinancials,
  readProfile,
} from './map-company.ts'
import { readContract, requestContract } from './map-contract.ts'
import { readFutureTrades } from './map-futures.ts'
import { exchangeOf, readCalendar, readMarketStatus, readNews } from './map-market.ts'
import { isOneExpiry, joinOptionChains, readOptionChain } from './map-options.ts'
import { readTrades } from './map-trades.ts'
import { nextPage } from './schema.ts'

const iso = (time: number | undefined) => (time === undefined ? undefined : new Date(time).toISOString())
// The reference endpoints count in days; a day of slack covers every zone.
const day = (time: number) => new Date(time).toISOString().slice(0, 10)

const isContract = ({ instrument }: ProfileQuery) =>
  instrument.assetClass === 'option' || instrument.assetClass === 'future'

/** The operations that few pages need. */
export function lateOperations(context: MassiveContext) {
  const get = createGet(context)
  // One ticker is all that the endpoint can filter by.
  const newsOf = (ticker: string | undefined, { start, end, limit }: NewsQuery) =>
    get('/v2/reference/news', {
      ticker,
      'published_utc.gte': iso(start),
      'published_utc.lt': iso(end),
      order: 'desc',
      sort: 'published_utc',
      limit: Math.min(limit, 1000),
    })
  return {
    getTrades: {
      request: ({ instrument, symbol, start, end, limit, fromEnd }: TradesQuery) => {
        const isFuture = instrument.assetClass === 'future'
        const order = fromEnd ? 'desc' : 'asc'
        return get(at(isFuture ? '/futures/v1/trades' : '/v3/trades', symbol), {
          'timestamp.gte': fromEnd ? undefined : `${start}000000`,
          'timestamp.lt': `${end}000000`,
          ...(isFuture ? { sort: `timestamp.${order}` } : { order, sort: 'timestamp' }),
          limit: Math.min(limit, isFuture ? 49_999 : 50_000),
        })
      },
      parse: (response: HttpResponse, query: TradesQuery) => {
        const isFuture = query.instrument.assetClass === 'future'
        const trades = isFuture ? readFutureTrades(response, query) : readTrades(response, query)
        return query.fromEnd ? trades.reverse() : trades
      },
    },
    getProfile: {
      request: (query: ProfileQuery) =>
        isContract(query) ? requestContract(get, query) : get(at('/v3/reference/tickers', query.symbol)),
      parse: (response: HttpResponse, query: ProfileQuery) =>
        isContract(query) ? readContract(response, query) : readProfile(response, query),
    },
    getFinancials: {
      request: ({ symbol, period }: FinancialsQuery) =>
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
      request: ({ symbol }: EarningsQuery) =>
        get('/benzinga/v1/earnings', { ticker: symbol, sort: 'date.desc', limit: 40 }),
      parse: readEarnings,
    },
    getCorporateActions: {
      request: ({ symbol, start, end }: CorporateActionsQuery) =>
        get('/v3/reference/dividends', {
          ticker: symbol,
          'ex_dividend_date.gte': day(start),
          'ex_dividend_date.lte': day(end),
          limit: 1000,
        }),
      parse: readCorporateActions,
      next: (response: HttpResponse, { symbol, start, end }: CorporateActionsQuery, request: HttpRequest) => {
        const page = nextPage(response, context.baseUrl, request)
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
      request: ({ symbol, expiry, now }: OptionChainQuery) =>
        get(at('/v3/snapshot/options', symbol), {
          expiration_date: expiry,
          'expiration_date.gte': expiry === undefined ? dateInZone(now, 'America/New_York') : undefined,
          order: 'asc',
          sort: 'expiration_date',
          limit: 250,
        }),
      parse: readOptionChain,
      next: (response: HttpResponse, query: OptionChainQuery, request: HttpRequest) =>
        isOneExpiry(response, query) ? nextPage(response, context.baseUrl, request) : undefined,
      join: joinOptionChains,
    },
    getMarketStatus: {
      request: ({ market }: MarketStatusQuery) => {
        exchangeOf(market)
        return get('/v1/marketstatus/now')
      },
      parse: readMarketStatus,
    },
    getCalendar: {
      request: ({ market }: CalendarQuery) => {
        exchangeOf(market)
        return get('/v1/marketstatus/upcoming')
      },
      parse: readCalendar,
    },
    getNews: { ...perSymbol(newsOf), parse: readNews },
  }
}
