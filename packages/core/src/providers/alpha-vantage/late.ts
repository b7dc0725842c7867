import { UnsupportedError } from '../../errors/index.ts'
import type {
  CorporateActionsQuery,
  EarningsQuery,
  FinancialsQuery,
  HttpRequest,
  HttpResponse,
  MarketStatusQuery,
  NewsQuery,
  OptionChainQuery,
  ProfileQuery,
} from '../../provider/index.ts'
import { perSymbol } from '../../provider/news/perSymbol.ts'
import { type AlphaVantageContext, createAsk } from './context.ts'
import {
  joinCorporateActions,
  joinFinancials,
  readCorporateActions,
  readFinancials,
  readProfile,
} from './map-company.ts'
import { joinEarnings, readEarnings } from './map-earnings.ts'
import { marketOf, readMarketStatus } from './map-market.ts'
import { readNews, toTopic } from './map-news.ts'
import { readOptionChain } from './map-options.ts'

const nameIn = (request: HttpRequest) => new URL(request.url).searchParams.get('function')

/** The operations that few pages need. */
export function lateOperations(context: AlphaVantageContext) {
  const ask = createAsk(context)
  // Of several tickers the venue wants all to be in an article.
  const newsOf = (symbol: string | undefined, { start, end, limit }: NewsQuery) =>
    ask('NEWS_SENTIMENT', {
      tickers: symbol && toTopic(symbol),
      time_from: compactTime(start),
      time_to: compactTime(end === undefined ? undefined : end + 59_999),
      sort: 'LATEST',
      limit: Math.min(limit, 1000),
    })
  return {
    getProfile: {
      request: ({ symbol }: ProfileQuery) => ask('OVERVIEW', { symbol }),
      parse: readProfile,
    },
    getEarnings: {
      request: ({ symbol }: EarningsQuery) => ask('EARNINGS', { symbol }),
      parse: readEarnings,
      next: (_response: HttpResponse, { symbol }: EarningsQuery, request: HttpRequest) =>
        nameIn(request) === 'EARNINGS' ? ask('EARNINGS_CALENDAR', { symbol, horizon: '12month' }) : undefined,
      join: joinEarnings,
    },
    getFinancials: {
      request: ({ symbol, period }: FinancialsQuery) => {
        if (period !== 'trailing') return ask('INCOME_STATEMENT', { symbol })
        throw new UnsupportedError('alpha-vantage has annual and quarterly statements only.', {
          provider: 'alpha-vantage',
        })
      },
      parse: readFinancials,
      next: (_response: HttpResponse, { symbol }: FinancialsQuery, request: HttpRequest) => {
        const name = nameIn(request)
        if (name === 'INCOME_STATEMENT') return ask('BALANCE_SHEET', { symbol })
        return name === 'BALANCE_SHEET' ? ask('CASH_FLOW', { symbol }) : undefined
      },
      join: joinFinancials,
    },
    getCorporateActions: {
      request: ({ symbol }: CorporateActionsQuery) => ask('DIVIDENDS', { symbol }),
      parse: readCorporateActions,
      next: (_response: HttpResponse, { symbol }: CorporateActionsQuery, request: HttpRequest) =>
        nameIn(request) === 'DIVIDENDS' ? ask('SPLITS', { symbol }) : undefined,
      join: joinCorporateActions,
    },
    getOptionChain: {
      request: ({ symbol }: OptionChainQuery) => ask('HISTORICAL_OPTIONS', { symbol }),
      parse: readOptionChain,
    },
    getMarketStatus: {
      request: ({ market }: MarketStatusQuery) => {
        if (marketOf(market)) return ask('MARKET_STATUS')
        throw new UnsupportedError(`alpha-vantage does not tell the state of the market "${market}".`, {
          provider: 'alpha-vantage',
        })
      },
      parse: readMarketStatus,
    },
    getNews: { ...perSymbol(newsOf), parse: readNews },
  }
}

/** `20240131T0930`. */
function compactTime(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString().slice(0, 16).replace(/[-:]/g, '')
}
