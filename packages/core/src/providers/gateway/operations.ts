import type { BarsQuery, HttpRequest, NewsQuery, QuotesQuery, SearchQuery } from '../../provider/index.ts'
import { readBars } from './map-bars.ts'
import { readNews } from './map-news.ts'
import { readMatches, readQuotes } from './map-quotes.ts'

/** What the gateway at this address answers. */
export function gatewayOperations(base: string, apiKey?: string) {
  const headers = apiKey === undefined ? undefined : { authorization: `Bearer ${apiKey}` }
  const get = (path: string, parameters: Parameters): HttpRequest => {
    const search = new URLSearchParams()
    for (const [name, value] of Object.entries(parameters)) {
      if (value !== undefined) search.set(name, String(value))
    }
    return { url: `${base}${path}?${search}`, ...(headers && { headers }) }
  }

  return {
    getBars: {
      request: ({ symbol, interval, start, end, adjustment, extendedHours, asked }: BarsQuery) => {
        const wish = asked ?? { symbol, start, end, adjustment, limit: undefined }
        const { limit } = wish
        return get('/v1/bars', {
          symbol: wish.symbol,
          interval,
          start: wish.start,
          end: wish.end,
          limit,
          adjustment: wish.adjustment,
          extendedHours: extendedHours || undefined,
        })
      },
      parse: readBars,
    },
    getQuotes: {
      request: ({ symbols }: QuotesQuery) => get('/v1/quotes', { symbols: symbols.join(',') }),
      parse: readQuotes,
    },
    searchSymbols: {
      request: ({ text, limit }: SearchQuery) => get('/v1/search', { q: text, limit: Math.min(limit, 50) }),
      parse: readMatches,
    },
    getNews: {
      request: ({ symbols, text, start, end, limit }: NewsQuery) =>
        get('/v1/news', {
          symbols: symbols.length > 0 ? symbols.join(',') : undefined,
          text,
          start,
          end,
          limit: Math.min(limit, 200),
        }),
      parse: readNews,
    },
  }
}

type Parameters = Record<string, string | number | boolean | undefined>
