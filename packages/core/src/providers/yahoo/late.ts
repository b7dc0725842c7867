import type {
  CorporateActionsQuery,
  Credential,
  EarningsQuery,
  FinancialsQuery,
  MarketStatusQuery,
  NewsQuery,
  OptionChainQuery,
  ProfileQuery,
} from '../../provider/index.ts'
import { at, createGet, type YahooContext } from './context.ts'
import {
  earningsModules,
  profileModules,
  readCorporateActions,
  readEarnings,
  readProfile,
} from './map-company.ts'
import { readFinancials, seriesNames } from './map-financials.ts'
import { readMarketStatus, symbolOfMarket } from './map-market.ts'
import { readNews } from './map-news.ts'
import { readOptionChain } from './map-options.ts'

/** The operations that few pages need. */
export function lateOperations(context: YahooContext) {
  const get = createGet(context)
  const summary = (symbol: string, modules: readonly string[], credential: Credential) =>
    get(at('/v10/finance/quoteSummary', symbol), { modules: modules.join(','), formatted: false }, credential)
  return {
    getProfile: {
      needsCredential: true,
      request: ({ symbol }: ProfileQuery, credential: Credential) =>
        summary(symbol, profileModules, credential),
      parse: readProfile,
    },
    getEarnings: {
      needsCredential: true,
      request: ({ symbol }: EarningsQuery, credential: Credential) =>
        summary(symbol, earningsModules, credential),
      parse: readEarnings,
    },
    getFinancials: {
      request: ({ symbol, period, now }: FinancialsQuery) =>
        get(at('/ws/fundamentals-timeseries/v1/finance/timeseries', symbol), {
          type: seriesNames(period).join(','),
          // Yahoo keeps about five years.
          period1: Math.floor(now / 1000) - 6 * 31_536_000,
          period2: Math.floor(now / 1000),
        }),
      parse: readFinancials,
    },
    getCorporateActions: {
      request: ({ symbol, start, end, now }: CorporateActionsQuery) =>
        get(at('/v8/finance/chart', symbol), {
          period1: Math.floor(start / 1000),
          // Dividends come restated for all splits up to now, which it takes to undo that.
          period2: Math.ceil(Math.max(end, now) / 1000),
          interval: '1d',
          events: 'div|split',
        }),
      parse: readCorporateActions,
    },
    getOptionChain: {
      needsCredential: true,
      request: ({ symbol, expiry }: OptionChainQuery, credential: Credential) =>
        get(
          at('/v7/finance/options', symbol),
          { date: expiry === undefined ? undefined : Date.parse(expiry) / 1000 },
          credential,
        ),
      parse: readOptionChain,
    },
    getMarketStatus: {
      request: ({ market }: MarketStatusQuery) =>
        get(at('/v8/finance/chart', symbolOfMarket(market)), { range: '1d', interval: '1d' }),
      parse: readMarketStatus,
    },
    getNews: {
      request: ({ text, symbols, limit }: NewsQuery) =>
        get('/v1/finance/search', { q: symbols.join(' ') || text, quotesCount: 0, newsCount: limit }),
      parse: readNews,
    },
  }
}
