import { UnsupportedError } from '../../errors/index.ts'
import type { BarsQuery, Credential, QuotesQuery, SearchQuery } from '../../provider/index.ts'
import { at, createGet, type YahooContext } from './context.ts'
import { readBars } from './map-bars.ts'
import { readMatches, readQuotes } from './map-quotes.ts'

/** What a page that shows prices needs. */
export function priceOperations(context: YahooContext) {
  const get = createGet(context)
  return {
    getBars: {
      request: ({ symbol, interval, start, end, adjustment, extendedHours }: BarsQuery) => {
        if (adjustment === 'splits+dividends' && /[mh]$/.test(interval)) {
          throw new UnsupportedError('yahoo adjusts for dividends on daily and longer bars only.', {
            provider: 'yahoo',
          })
        }
        return get(at('/v8/finance/chart', symbol), {
          period1: Math.floor(start / 1000),
          period2: Math.ceil(end / 1000),
          interval: interval === '1w' ? '1wk' : interval,
          includePrePost: extendedHours,
          events: 'div|split',
        })
      },
      parse: readBars,
    },
    getQuotes: {
      needsCredential: true,
      request: ({ symbols }: QuotesQuery, credential: Credential) =>
        get('/v7/finance/quote', { symbols: symbols.join(',') }, credential),
      parse: readQuotes,
    },
    searchSymbols: {
      request: ({ text, limit }: SearchQuery) =>
        get('/v1/finance/search', { q: text, quotesCount: limit, newsCount: 0 }),
      parse: readMatches,
    },
  }
}
