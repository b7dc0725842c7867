import { type Interval, isInterval, parseInterval } from '../../market/index.ts'
import {
  type BarsQuery,
  defineProvider,
  type HttpRequest,
  joinBars,
  type Limit,
} from '../../provider/index.ts'
import { readBars, readMatches, readOrderBook, readQuotes, readTrades } from './map.ts'
import { coinbaseSymbols } from './symbols.ts'

export type CoinbaseOptions = {
  /** @default 'https://api.coinbase.com' */
  baseUrl?: string
  /** @default 'wss://advanced-trade-ws.coinbase.com' */
  streamUrl?: string
  /** @default 10 a second */
  limits?: readonly Limit[]
}

const assets = ['crypto'] as const
/** Coinbase refuses to send more than 350 at once. */
const pageSize = 300

const granularities: Readonly<Partial<Record<Interval, string>>> = {
  '1m': 'ONE_MINUTE',
  '5m': 'FIVE_MINUTE',
  '15m': 'FIFTEEN_MINUTE',
  '30m': 'THIRTY_MINUTE',
  '1h': 'ONE_HOUR',
  '2h': 'TWO_HOUR',
  '6h': 'SIX_HOUR',
  '1d': 'ONE_DAY',
}
const intervals = Object.keys(granularities).filter(isInterval)

/**
 * Public spot bars, quotes, trades and order books from Coinbase's Advanced Trade, and live ones. No key needed. Prices are those of this
 * exchange alone.
 *
 * @throws {StarkMatterError} UNKNOWN_SYMBOL, the pair is not listed
 * @throws {StarkMatterError} RATE_LIMITED, too many requests
 * @see https://docs.cdp.coinbase.com/advanced-trade/reference/retailbrokerageapi_getpublicproducts
 * @example
 * coinbase().symbols.toProvider(parseInstrument('crypto:BTC/USD@COINBASE')) // 'BTC-USD'
 */
export function coinbase(options: CoinbaseOptions = {}) {
  const { baseUrl = 'https://api.coinbase.com', streamUrl = 'wss://advanced-trade-ws.coinbase.com' } = options
  const { limits = [{ tokens: 10, every: '1s' }] } = options

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

  return defineProvider({
    id: 'coinbase',
    title: 'Coinbase',
    delayedMs: 0,
    limits,
    symbols: coinbaseSymbols,
    getBars: {
      assets,
      intervals,
      // Crypto has neither splits nor dividends: what is raw is adjusted as well.
      adjustments: ['raw', 'splits', 'splits+dividends'],
      request: (query) => candles(query, Math.floor(query.start / 1000)),
      parse: readBars,
      // A page is a stretch of time, which may hold fewer bars than fit: its end is where the next begins.
      next: (_response, query, request) => {
        const reached = Number(new URL(request.url).searchParams.get('end'))
        return reached * 1000 < Math.min(query.end, query.now) ? candles(query, reached) : undefined
      },
      join: joinBars,
    },
    getQuotes: {
      assets,
      batch: 1,
      request: ({ symbols: [symbol = ''] }) => get(`${product(symbol)}/ticker`, { limit: 1 }),
      parse: readQuotes,
    },
    getTrades: {
      assets,
      request: ({ symbol, start, end, limit }) =>
        get(`${product(symbol)}/ticker`, {
          limit: Math.min(limit, 1000),
          start: Math.floor(start / 1000),
          end: Math.ceil(end / 1000),
        }),
      parse: readTrades,
    },
    getOrderBook: {
      assets,
      request: ({ symbol, depth }) => get('product_book', { product_id: symbol, limit: depth }),
      parse: readOrderBook,
    },
    searchSymbols: { request: () => get('products', { product_type: 'SPOT' }), parse: readMatches },
    // The stream has bars of five minutes alone.
    watchBars: {
      assets,
      via: 'stream',
      intervals,
      fromTrades: ['1m'],
      polled: { intervals: intervals.filter((one) => parseInterval(one).ms > 300_000), everyMs: 5_000 },
    },
    watchQuotes: { assets, via: 'stream' },
    watchTrades: { assets, via: 'stream' },
    watchOrderBook: { assets, via: 'stream' },
    stream: {
      kind: 'socket',
      url: streamUrl,
      codec: async () => new (await import('./stream.ts')).CoinbaseCodec(),
      limits: { topicsPerSubscribe: 100, sendsPerSecond: 8 },
      complete: ['trades'],
      // There is a heartbeat every second.
      silenceMs: 5_000,
    },
  })
}
