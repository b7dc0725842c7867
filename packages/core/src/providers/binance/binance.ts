import { isInterval, parseInterval } from '../../market/index.ts'
import { defineProvider, type Limit } from '../../provider/index.ts'
import { binanceIntervals } from './intervals.ts'
import { binanceSymbols } from './symbols.ts'

export type BinanceOptions = {
  /** `https://data-api.binance.vision` serves public data as well, but for `getMarketStatus`. @default 'https://api.binance.com' */
  baseUrl?: string | undefined
  /** `wss://data-stream.binance.vision/stream` serves public data as well. @default 'wss://stream.binance.com:9443/stream' */
  streamUrl?: string | undefined
  /** In units of weight, as Binance counts. @default 6000 a minute */
  limits?: readonly Limit[] | undefined
}

const assets = ['crypto'] as const
const intervals = Object.keys(binanceIntervals).filter(isInterval)

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

  const operations = async () => (await import('./operations.ts')).operationsAt(baseUrl)

  return defineProvider({
    id: 'binance',
    title: 'Binance',
    delayedMs: 0,
    limits,
    symbols: binanceSymbols,
    getBars: {
      assets,
      intervals,
      // Crypto has neither splits nor dividends: what is raw is adjusted as well.
      adjustments: ['raw', 'splits', 'splits+dividends'],
      load: async () => (await operations()).getBars,
    },
    // One unknown pair spoils the answer about all, so each is asked for alone.
    getQuotes: { assets, batch: 1, load: async () => (await operations()).getQuotes },
    getTrades: { assets, load: async () => (await operations()).getTrades },
    getOrderBook: { assets, load: async () => (await operations()).getOrderBook },
    getMarketStatus: { load: async () => (await operations()).getMarketStatus },
    searchSymbols: { load: async () => (await operations()).searchSymbols },
    watchBars: { assets, via: 'stream', intervals },
    watchQuotes: { assets, via: 'stream' },
    watchTrades: { assets, via: 'stream' },
    watchOrderBook: { assets, via: 'stream' },
    stream: {
      kind: 'socket',
      url: streamUrl,
      codec: async () => new (await import('./stream.ts')).BinanceCodec(binanceIntervals),
      // 1024 streams a connection, of which quotes need two; five frames a second, pongs included.
      limits: { topicsPerConnection: 500, topicsPerSubscribe: 100, sendsPerSecond: 4 },
      complete: ['trades', 'bars', 'closes'],
      // Every bar is told when it closes, traded or not.
      rhythmMs: ({ interval }) => (interval ? parseInterval(interval).ms + 30_000 : undefined),
      keepAliveMs: 15_000,
      silenceMs: 30_000,
    },
  })
}
