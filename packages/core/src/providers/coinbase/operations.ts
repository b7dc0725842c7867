import { parseInterval } from '../../market/index.ts'
import {
  type BarsQuery,
  type HttpRequest,
  type HttpResponse,
  joinBars,
  type OrderBookQuery,
  type QuotesQuery,
  reachesNow,
  type TradesQuery,
} from '../../provider/index.ts'
import { granularities } from './intervals.ts'
import { readBars, readMatches, readOrderBook, readQuotes, readTrades } from './map.ts'

/** Coinbase refuses to send more than 350 at once. */
const pageSize = 300

/** What Coinbase answers over HTTP. */
export function operationsAt(baseUrl: string) {
  const get = (path: string, parameters: Readonly<Record<string, string | number>>): HttpRequest => {
    const search = new URLSearchParams()
    for (const [key, value] of Object.entries(parameters)) search.set(key, String(value))
    return { url: `${baseUrl}/api/v3/brokerage/market/${path}?${search}` }
  }
  const product = (symbol: string) => `products/${encodeURIComponent(symbol)}`
  const candles = ({ symbol, interval, end }: BarsQuery, from: number) =>
    get(`${product(symbol)}/candles`, {
      start: from,
      end: Math.min(from + (pageSize * parseInterval(interval).ms) / 1000, Math.ceil(end / 1000)),
      granularity: granularities[interval] ?? interval,
    })

  return {
    getBars: {
      request: (query: BarsQuery) => candles(query, Math.floor(query.start / 1000)),
      parse: readBars,
      // A page is a stretch of time, which may hold fewer bars than fit: its end is where the next begins.
      next: (_response: HttpResponse, query: BarsQuery, request: HttpRequest) => {
        const reached = Number(new URL(request.url).searchParams.get('end'))
        return reached * 1000 < Math.min(query.end, query.now) ? candles(query, reached) : undefined
      },
      join: joinBars,
    },
    getQuotes: {
      request: ({ symbols: [symbol = ''] }: QuotesQuery) => get(`${product(symbol)}/ticker`, { limit: 1 }),
      parse: readQuotes,
    },
    getTrades: {
      // The newest of the range, however it is asked.
      request: ({ symbol, start, end, limit, fromEnd, now }: TradesQuery) =>
        get(`${product(symbol)}/ticker`, {
          limit: Math.min(limit, 1000),
          ...(!fromEnd && { start: Math.floor(start / 1000) }),
          ...(!(fromEnd && reachesNow({ end, now })) && { end: Math.ceil(end / 1000) }),
        }),
      parse: readTrades,
    },
    getOrderBook: {
      request: ({ symbol, depth }: OrderBookQuery) =>
        get('product_book', { product_id: symbol, limit: depth }),
      parse: readOrderBook,
    },
    searchSymbols: { request: () => get('products', { product_type: 'SPOT' }), parse: readMatches },
  }
}
