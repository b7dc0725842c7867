import {
  type BarsQuery,
  type HttpRequest,
  type HttpResponse,
  joinBars,
  type MarketStatusQuery,
  type OrderBookQuery,
  type QuotesQuery,
  reachesNow,
  type TradesQuery,
} from '../../provider/index.ts'
import { binanceIntervals } from './intervals.ts'
import { lastOpen, readBars, readMatches, readOrderBook, readQuotes, readTrades } from './map.ts'
import { assertBinance, readMarketStatus } from './map-market.ts'

const pageSize = 1000

/** What Binance answers over HTTP. */
export function operationsAt(baseUrl: string) {
  const get = (
    name: string,
    weight: number,
    parameters: Readonly<Record<string, string | number>>,
  ): HttpRequest => {
    const search = new URLSearchParams()
    for (const [key, value] of Object.entries(parameters)) search.set(key, String(value))
    return { url: `${baseUrl}/api/v3/${name}?${search}`, weight }
  }
  const klines = ({ symbol, interval, end }: BarsQuery, startTime: number) =>
    get('klines', 2, {
      symbol,
      interval: binanceIntervals[interval] ?? interval,
      startTime,
      endTime: end - 1,
      limit: pageSize,
    })

  return {
    getBars: {
      request: (query: BarsQuery) => klines(query, query.start),
      parse: readBars,
      next: (response: HttpResponse, query: BarsQuery) => {
        const last = lastOpen(response, query, pageSize)
        return last === undefined || last + 1 >= query.end ? undefined : klines(query, last + 1)
      },
      join: joinBars,
    },
    getQuotes: {
      request: ({ symbols: [symbol = ''] }: QuotesQuery) => get('ticker/24hr', 2, { symbol }),
      parse: readQuotes,
    },
    getTrades: {
      request: ({ symbol, start, end, limit, fromEnd, now }: TradesQuery) =>
        get('aggTrades', 4, {
          symbol,
          ...(!fromEnd && { startTime: start }),
          ...(!(fromEnd && reachesNow({ end, now })) && { endTime: end - 1 }),
          limit: Math.min(limit, 1000),
        }),
      parse: readTrades,
    },
    getOrderBook: {
      request: ({ symbol, depth }: OrderBookQuery) => {
        const limit = Math.min(depth, 1000)
        return get('depth', limit <= 100 ? 5 : limit <= 500 ? 25 : 50, { symbol, limit })
      },
      parse: readOrderBook,
    },
    getMarketStatus: {
      request: ({ market }: MarketStatusQuery): HttpRequest => {
        assertBinance(market)
        return { url: `${baseUrl}/sapi/v1/system/status` }
      },
      parse: readMarketStatus,
    },
    searchSymbols: { request: () => get('exchangeInfo', 20, { permissions: 'SPOT' }), parse: readMatches },
  }
}
