import { type Interval, isInterval } from '../../market/index.ts'
import {
  type BarsQuery,
  defineProvider,
  type HttpRequest,
  joinBars,
  type Limit,
} from '../../provider/index.ts'
import { lastOpen, readBars, readMatches, readOrderBook, readQuotes, readTrades } from './map.ts'
import { binanceSymbols } from './symbols.ts'

export type BinanceOptions = {
  /** `https://data-api.binance.vision` serves public data as well. @default 'https://api.binance.com' */
  baseUrl?: string
  /** `wss://data-stream.binance.vision/stream` serves public data as well. @default 'wss://stream.binance.com:9443/stream' */
  streamUrl?: string
  /** In units of weight, as Binance counts. @default 6000 a minute */
  limits?: readonly Limit[]
}

const assets = ['crypto'] as const
const pageSize = 1000

const intervals: Readonly<Partial<Record<Interval, string>>> = {
  '1s': '1s',
  '1m': '1m',
  '3m': '3m',
  '5m': '5m',
  '15m': '15m',
  '30m': '30m',
  '1h': '1h',
  '2h': '2h',
  '4h': '4h',
  '6h': '6h',
  '8h': '8h',
  '12h': '12h',
  '1d': '1d',
  '3d': '3d',
  '1w': '1w',
  '1mo': '1M',
}

/**
 * Public spot bars, quotes, trades and order books from Binance, and live ones. No key needed. Prices are those of this exchange alone.
 *
 * @throws {StarkMatterError} UNKNOWN_SYMBOL, code -1121
 * @throws {StarkMatterError} RATE_LIMITED, too much weight in a minute, or a ban for it
 * @throws {StarkMatterError} NOT_ENTITLED, the country is not served (451)
 * @see https://developers.binance.com/docs/binance-spot-api-docs/rest-api/market-data-endpoints
 * @example
 * binance().symbols.toProvider(parseInstrument('crypto:BTC/USDT@BINANCE')) // 'BTCUSDT'
 */
export function binance(options: BinanceOptions = {}) {
  const { baseUrl = 'https://api.binance.com', streamUrl = 'wss://stream.binance.com:9443/stream' } = options
  const { limits = [{ tokens: 6000, every: '1m' }] } = options

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
      interval: intervals[interval] ?? interval,
      startTime,
      endTime: end - 1,
      limit: pageSize,
    })

  return defineProvider({
    id: 'binance',
    title: 'Binance',
    delayedMs: 0,
    limits,
    symbols: binanceSymbols,
    getBars: {
      assets,
      intervals: Object.keys(intervals).filter(isInterval),
      // Crypto has neither splits nor dividends: what is raw is adjusted as well.
      adjustments: ['raw', 'splits', 'splits+dividends'],
      request: (query) => klines(query, query.start),
      parse: readBars,
      next: (response, query) => {
        const last = lastOpen(response, query, pageSize)
        return last === undefined || last + 1 >= query.end ? undefined : klines(query, last + 1)
      },
      join: joinBars,
    },
    // One unknown pair spoils the answer about all, so each is asked for alone.
    getQuotes: {
      assets,
      batch: 1,
      request: ({ symbols: [symbol = ''] }) => get('ticker/24hr', 2, { symbol }),
      parse: readQuotes,
    },
    getTrades: {
      assets,
      request: ({ symbol, start, end, limit }) =>
        get('aggTrades', 4, { symbol, startTime: start, endTime: end - 1, limit: Math.min(limit, 1000) }),
      parse: readTrades,
    },
    getOrderBook: {
      assets,
      request: ({ symbol, depth }) => {
        const limit = Math.min(depth, 1000)
        return get('depth', limit <= 100 ? 5 : limit <= 500 ? 25 : 50, { symbol, limit })
      },
      parse: readOrderBook,
    },
    searchSymbols: { request: () => get('exchangeInfo', 20, { permissions: 'SPOT' }), parse: readMatches },
    watchBars: { assets, via: 'stream', intervals: Object.keys(intervals).filter(isInterval) },
    watchQuotes: { assets, via: 'stream' },
    watchTrades: { assets, via: 'stream' },
    watchOrderBook: { assets, via: 'stream' },
    stream: {
      kind: 'socket',
      url: streamUrl,
      codec: async () => new (await import('./stream.ts')).BinanceCodec(intervals),
      // 1024 streams a connection, of which quotes need two; five frames a second, pongs included.
      limits: { topicsPerConnection: 500, topicsPerSubscribe: 100, sendsPerSecond: 4 },
      complete: ['trades', 'bars', 'closes'],
      keepAliveMs: 15_000,
      silenceMs: 30_000,
    },
  })
}
