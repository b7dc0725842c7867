import {
  type BarsQuery,
  type HttpRequest,
  type HttpResponse,
  joinBars,
  type SearchQuery,
} from '../../provider/index.ts'
import { at, createGet, type MassiveContext } from './context.ts'
import { rangeOf, readBars } from './map-bars.ts'
import { readFutureBars, resolutionOf } from './map-futures.ts'
import { quotesOperation } from './map-quotes.ts'
import { readMatches } from './map-search.ts'
import { nextPage } from './schema.ts'

/** What a page that shows prices needs. */
export function priceOperations(context: MassiveContext) {
  const get = createGet(context)
  return {
    getBars: {
      request: ({ instrument, symbol, interval, start, end, adjustment }: BarsQuery) => {
        if (instrument.assetClass === 'future') {
          return get(at('/futures/v1/aggs', symbol), {
            resolution: resolutionOf(interval),
            // A session begins the evening before its day.
            'window_start.gte': `${start - 86_400_000}000000`,
            'window_start.lt': `${end}000000`,
            sort: 'window_start.asc',
            limit: 50_000,
          })
        }
        return get(`${at('/v2/aggs/ticker', symbol)}/range/${rangeOf(interval)}/${start}/${end - 1}`, {
          adjusted: adjustment !== 'raw',
          sort: 'asc',
          limit: 50_000,
        })
      },
      parse: (response: HttpResponse, query: BarsQuery) =>
        query.instrument.assetClass === 'future'
          ? readFutureBars(response, query)
          : readBars(response, query),
      next: (response: HttpResponse, _query: BarsQuery, request: HttpRequest) =>
        nextPage(response, context.baseUrl, request),
      join: joinBars,
    },
    getQuotes: quotesOperation(get),
    searchSymbols: {
      request: ({ text, limit }: SearchQuery) =>
        get('/v3/reference/tickers', { search: text, active: true, limit: Math.min(limit, 1000) }),
      parse: readMatches,
    },
  }
}
