import { parseInterval } from '../../market/index.ts'
import {
  type BarsQuery,
  type HttpRequest,
  type MarketStatusQuery,
  type OrderBookQuery,
  type QuotesQuery,
  reachesNow,
  type TradesQuery,
} from '../../provider/index.ts'
import { readBars, readMatches, readOrderBook, readQuotes, readTrades } from './map.ts'
import { assertKraken, readMarketStatus } from './map-market.ts'

const hourMs = 3_600_000

/** What Kraken answers over HTTP. */
export function operationsAt(baseUrl: string) {
  const get = (name: string, parameters: Readonly<Record<string, string | number>>): HttpRequest => {
    const search = new URLSearchParams()
    for (const [key, value] of Object.entries(parameters)) search.set(key, String(value))
    return { url: `${baseUrl}/0/public/${name}?${search}` }
  }

  return {
    getBars: {
      request: ({ symbol, interval, start }: BarsQuery) =>
        get('OHLC', {
          pair: symbol,
          interval: parseInterval(interval).ms / 60_000,
          // Bars after this instant, which leaves out one that opens at it.
          since: Math.max(0, Math.floor(start / 1000) - 1),
        }),
      parse: readBars,
    },
    getQuotes: {
      request: ({ symbols }: QuotesQuery) => get('Ticker', { pair: symbols.join(',') }),
      parse: readQuotes,
    },
    getTrades: {
      request: ({ symbol, start, end, limit, fromEnd, now }: TradesQuery) => {
        // It cannot be asked for what was before an instant: the hour before is what is looked through.
        const isLatest = fromEnd && reachesNow({ end, now })
        const from = fromEnd ? end - hourMs : start
        return get('Trades', {
          pair: symbol,
          ...(!isLatest && { since: `${from - 1}999999` }),
          count: fromEnd && !isLatest ? 1000 : Math.min(limit, 1000),
        })
      },
      parse: readTrades,
    },
    getOrderBook: {
      request: ({ symbol, depth }: OrderBookQuery) =>
        get('Depth', { pair: symbol, count: Math.min(depth, 500) }),
      parse: readOrderBook,
    },
    getMarketStatus: {
      request: ({ market }: MarketStatusQuery) => {
        assertKraken(market)
        return get('SystemStatus', {})
      },
      parse: readMarketStatus,
    },
    searchSymbols: { request: () => get('AssetPairs', { info: 'info' }), parse: readMatches },
  }
}
