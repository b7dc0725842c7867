import { type Interval, parseInterval } from '../../market/index.ts'
import { defineProvider, type Limit } from '../../provider/index.ts'
import { krakenSymbols } from './symbols.ts'

export type KrakenOptions = {
  /** @default 'https://api.kraken.com' */
  baseUrl?: string | undefined
  /** @default 'wss://ws.kraken.com/v2' */
  streamUrl?: string | undefined
  /** @default 1 a second */
  limits?: readonly Limit[] | undefined
}

const assets = ['crypto'] as const
// Kraken's weeks begin on Thursdays, so they are not offered as weeks.
const intervals = ['1m', '5m', '15m', '30m', '1h', '4h', '1d'] as const satisfies readonly Interval[]
/** However far back one asks, the newest so many bars are all that Kraken answers with. */
const maxBars = 720

/**
 * Public spot bars, quotes, trades and order books from Kraken, and live ones. No key needed. Prices are those of this exchange alone.
 *
 * @throws {StarkMatterError} UNKNOWN_SYMBOL, the pair is not listed
 * @throws {StarkMatterError} RATE_LIMITED, `EAPI:Rate limit exceeded`
 * @see https://docs.kraken.com/api/docs/rest-api/get-ohlc-data
 * @example
 * kraken().symbols.toProvider(parseInstrument('crypto:BTC/USD@KRAKEN')) // 'XBTUSD'
 */
export function kraken(options: KrakenOptions = {}) {
  const { baseUrl = 'https://api.kraken.com', streamUrl = 'wss://ws.kraken.com/v2' } = options
  const { limits = [{ tokens: 1, every: '1s' }] } = options

  const operations = async () => (await import('./operations.ts')).operationsAt(baseUrl)

  return defineProvider({
    id: 'kraken',
    title: 'Kraken',
    delayedMs: 0,
    limits,
    symbols: krakenSymbols,
    getBars: {
      assets,
      intervals,
      // Crypto has neither splits nor dividends: what is raw is adjusted as well.
      adjustments: ['raw', 'splits', 'splits+dividends'],
      historyMs: (interval) => maxBars * parseInterval(interval).ms,
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
      codec: async () => new (await import('./stream.ts')).KrakenCodec(),
      limits: { topicsPerSubscribe: 100, sendsPerSecond: 10 },
      complete: ['trades', 'bars'],
      // Besides, there is a heartbeat every second while anything is subscribed to.
      keepAliveMs: 5_000,
      silenceMs: 10_000,
    },
  })
}
