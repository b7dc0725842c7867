import {
  type BarsQuery,
  type HttpRequest,
  type HttpResponse,
  joinBars,
  type QuotesQuery,
  type SearchQuery,
} from '../../provider/index.ts'
import { type AlphaVantageContext, createAsk } from './context.ts'
import { readBars } from './map-bars.ts'
import { readQuotes } from './map-quotes.ts'
import { readMatches } from './map-search.ts'
import { barsRequest, firstMonth, lastMonth, monthAfter } from './request-bars.ts'
import { legsOf } from './symbols.ts'

/** What a page that shows prices needs. */
export function priceOperations(context: AlphaVantageContext) {
  const ask = createAsk(context)
  const askBars = (query: BarsQuery, month: string | undefined) => {
    const { name, parameters } = barsRequest(query, month)
    return ask(name, parameters)
  }
  return {
    getBars: {
      request: (query: BarsQuery) => askBars(query, firstMonth(query)),
      parse: readBars,
      // Beyond the recent weeks a share's intraday bars come month by month.
      next: (_response: HttpResponse, query: BarsQuery, request: HttpRequest) => {
        const month = new URL(request.url).searchParams.get('month')
        const following = month === null ? undefined : monthAfter(month)
        return following !== undefined && following <= lastMonth(query)
          ? askBars(query, following)
          : undefined
      },
      join: joinBars,
    },
    getQuotes: {
      request: ({ symbols: [symbol = ''] }: QuotesQuery) => {
        if (!symbol.includes('/')) return ask('GLOBAL_QUOTE', { symbol })
        const [from_currency, to_currency] = legsOf(symbol)
        return ask('CURRENCY_EXCHANGE_RATE', { from_currency, to_currency })
      },
      parse: readQuotes,
    },
    searchSymbols: {
      request: ({ text }: SearchQuery) => ask('SYMBOL_SEARCH', { keywords: text }),
      parse: readMatches,
    },
  }
}
