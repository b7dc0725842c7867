import { UnsupportedError } from '../../errors/index.ts'
import type {
  CorporateActionsQuery,
  FinancialsQuery,
  NewsQuery,
  ProfileQuery,
  SearchQuery,
} from '../../provider/index.ts'
import { joinNews } from '../../provider/news/selectNews.ts'
import { createGet, type TiingoContext } from './context.ts'
import { readCorporateActions, readFinancials, readMatches, readProfile } from './map-company.ts'
import { largestPage, nextNews, readNews } from './map-news.ts'
import { dayOf } from './schema.ts'

/** The operations that a page does not need at its start. */
export function lateOperations(context: TiingoContext) {
  const get = createGet(context)
  const at = (path: string, symbol: string, end = '') => `${path}/${encodeURIComponent(symbol)}${end}`
  return {
    searchSymbols: {
      request: ({ text, limit }: SearchQuery) =>
        get('/tiingo/utilities/search', { query: text, limit: Math.min(limit, 100) }),
      parse: readMatches,
    },
    getProfile: {
      request: ({ symbol }: ProfileQuery) => get(at('/tiingo/daily', symbol)),
      parse: readProfile,
    },
    getFinancials: {
      request: ({ symbol, period, now }: FinancialsQuery) => {
        if (period === 'trailing') {
          throw new UnsupportedError('tiingo has statements of years and quarters, none of twelve months.', {
            provider: 'tiingo',
          })
        }
        // Ten years, as far as the plan reaches.
        const startDate = dayOf(now - 10 * 365 * 86_400_000)
        return get(at('/tiingo/fundamentals', symbol, '/statements'), {
          startDate,
          asReported: false,
          format: 'json',
        })
      },
      parse: readFinancials,
    },
    getCorporateActions: {
      request: ({ symbol, start, end }: CorporateActionsQuery) =>
        get(at('/tiingo/daily', symbol, '/prices'), {
          startDate: dayOf(start),
          endDate: dayOf(end - 1),
          columns: 'divCash,splitFactor',
          resampleFreq: 'daily',
          format: 'json',
        }),
      parse: readCorporateActions,
    },
    getNews: {
      request: ({ symbols, start, end, limit }: NewsQuery) =>
        get('/tiingo/news', {
          sortBy: 'publishedDate',
          limit: end === undefined ? Math.min(limit, largestPage) : largestPage,
          tickers: symbols.length > 0 ? symbols.join(',') : undefined,
          startDate: start === undefined ? undefined : dayOf(start),
          endDate: end === undefined ? undefined : dayOf(end),
        }),
      parse: readNews,
      next: nextNews,
      join: joinNews,
    },
  }
}
