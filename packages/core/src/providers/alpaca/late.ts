import { dateInZone } from '../../market/index.ts'
import {
  type CalendarQuery,
  type CorporateActionsQuery,
  type HttpRequest,
  type HttpResponse,
  limitTrades,
  type MarketStatusQuery,
  type NewsQuery,
  type OptionChainQuery,
  type OrderBookQuery,
  type ProfileQuery,
  type SearchQuery,
  type TradesQuery,
} from '../../provider/index.ts'
import { joinNews } from '../../provider/news/selectNews.ts'
import { type AlpacaContext, createGet } from './context.ts'
import { actionTypes, joinCorporateActions, readCorporateActions } from './map-actions.ts'
import { joinMatches, readMatches, readProfile } from './map-assets.ts'
import { assertFollowed, readCalendar, readMarketStatus } from './map-market.ts'
import { readNews } from './map-news.ts'
import { joinOptionChains, nextOptions, readOptionChain } from './map-options.ts'
import { countTrades, readOrderBook, readTrades } from './map-ticks.ts'
import { nextOfLimit, nextPage, rootOf } from './schema.ts'

const iso = (time: number | undefined) => (time === undefined ? undefined : new Date(time).toISOString())
const day = (time: number) => new Date(time).toISOString().slice(0, 10)

/** No market is closed for longer. */
const longestPauseMs = 7 * 86_400_000

/** The operations that a page does not need at its start. */
export function lateOperations(context: AlpacaContext) {
  const get = createGet(context)
  const getOfMarket = createGet(context, context.tradingUrl)
  const { feed, optionFeed } = context
  const listOf = (asset_class: string) => getOfMarket('/v2/assets', { status: 'active', asset_class })
  return {
    getTrades: {
      request: ({ instrument, symbol, start, end, limit, fromEnd }: TradesQuery) =>
        get(`${rootOf(instrument.assetClass)}/trades`, {
          symbols: symbol,
          // Without a start Alpaca means the day of the call, on which nothing may be traded.
          start: iso(fromEnd ? end - longestPauseMs : start),
          // Alpaca's end is inclusive, to the nanosecond.
          end: iso(end - 1)?.replace('Z', '999999Z'),
          feed: instrument.assetClass === 'equity' ? feed : undefined,
          limit: Math.min(limit, 10_000),
          sort: fromEnd ? 'desc' : 'asc',
        }),
      parse: readTrades,
      next: (response: HttpResponse, { limit, symbol }: TradesQuery, request: HttpRequest) =>
        nextOfLimit(response, request, limit, 10_000, countTrades(response, symbol)),
      join: (pages: readonly ReturnType<typeof readTrades>[], query: TradesQuery) =>
        limitTrades((query.fromEnd ? pages.toReversed() : pages).flat(), query),
    },
    getOrderBook: {
      request: ({ symbol }: OrderBookQuery) =>
        get('/v1beta3/crypto/us/latest/orderbooks', { symbols: symbol }),
      parse: readOrderBook,
    },
    searchSymbols: {
      request: (_query: SearchQuery) => listOf('us_equity'),
      parse: readMatches,
      next: (_response: HttpResponse, _query: SearchQuery, { url }: HttpRequest) =>
        url.includes('us_equity') ? listOf('crypto') : undefined,
      join: joinMatches,
    },
    getProfile: {
      request: ({ symbol }: ProfileQuery) => getOfMarket(`/v2/assets/${encodeURIComponent(symbol)}`, {}),
      parse: readProfile,
    },
    getCorporateActions: {
      request: ({ symbol, start, end }: CorporateActionsQuery) =>
        get('/v1/corporate-actions', {
          symbols: symbol,
          types: actionTypes,
          start: day(start),
          end: day(end),
          limit: 1000,
          sort: 'asc',
        }),
      parse: readCorporateActions,
      next: (response: HttpResponse, _query: CorporateActionsQuery, request: HttpRequest) =>
        nextPage(response, request),
      join: joinCorporateActions,
    },
    getOptionChain: {
      request: ({ symbol, expiry, now }: OptionChainQuery) =>
        get(`/v1beta1/options/snapshots/${encodeURIComponent(symbol)}`, {
          feed: optionFeed,
          expiration_date: expiry,
          expiration_date_gte: expiry === undefined ? dateInZone(now, 'America/New_York') : undefined,
          limit: 1000,
        }),
      parse: readOptionChain,
      next: nextOptions,
      join: joinOptionChains,
    },
    getMarketStatus: {
      request: ({ market }: MarketStatusQuery) => {
        assertFollowed(market)
        return getOfMarket('/v2/clock', {})
      },
      parse: readMarketStatus,
    },
    getCalendar: {
      request: ({ market, start, end }: CalendarQuery) => {
        assertFollowed(market)
        return getOfMarket('/v2/calendar', { start: day(start), end: day(end - 1) })
      },
      parse: readCalendar,
    },
    getNews: {
      request: ({ symbols, start, end, limit }: NewsQuery) =>
        get('/v1beta1/news', {
          sort: 'desc',
          limit: Math.min(limit, 50),
          symbols: symbols.length > 0 ? symbols.join(',') : undefined,
          start: iso(start),
          end: iso(end),
        }),
      parse: readNews,
      next: (response: HttpResponse, { limit }: NewsQuery, request: HttpRequest) =>
        nextOfLimit(response, request, limit, 50),
      join: joinNews,
    },
  }
}
