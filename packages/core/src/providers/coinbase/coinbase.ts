import { isInterval, parseInterval } from '../../market/index.ts'
import { defineProvider, type Limit } from '../../provider/index.ts'
import { granularities } from './intervals.ts'
import { coinbaseSymbols } from './symbols.ts'

export type CoinbaseOptions = {
  /** @default 'https://api.coinbase.com' */
  baseUrl?: string | undefined
  /** @default 'wss://advanced-trade-ws.coinbase.com' */
  streamUrl?: string | undefined
  /** @default 10 a second */
  limits?: readonly Limit[] | undefined
}

const assets = ['crypto'] as const
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

  const operations = async () => (await import('./operations.ts')).operationsAt(baseUrl)

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
      load: async () => (await operations()).getBars,
    },
    getQuotes: { assets, batch: 1, load: async () => (await operations()).getQuotes },
    getTrades: { assets, load: async () => (await operations()).getTrades },
    getOrderBook: { assets, load: async () => (await operations()).getOrderBook },
    searchSymbols: { load: async () => (await operations()).searchSymbols },
    // The stream has bars of five minutes alone, which make up all longer ones.
    watchBars: {
      assets,
      via: 'stream',
      intervals,
      built: [
        { of: 'trades', intervals: ['1m'] },
        { of: '5m', intervals: intervals.filter((one) => parseInterval(one).ms > 300_000) },
      ],
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
      // Candles are told every second, and so are heartbeats.
      rhythmMs: ({ channel }) => (channel === 'bars' ? 60_000 : undefined),
      silenceMs: 5_000,
    },
  })
}
