import { defineProvider, type Limit } from '../../provider/index.ts'
import { keyOf } from '../../provider/key-of.ts'
import type { AlpacaContext, AlpacaFeed, AlpacaOptionFeed } from './context.ts'
import { alpacaPauseMs } from './pause.ts'
import { alpacaStream } from './stream.ts'
import { alpacaSymbols } from './symbols.ts'

export type AlpacaOptions = {
  keyId: string
  secretKey: string
  /** @default 'https://data.alpaca.markets' */
  baseUrl?: string | undefined
  /**
   * Where the market's clock and calendar and the list of assets are asked for: `https://api.alpaca.markets` for keys of a live account.
   *
   * @default 'https://paper-api.alpaca.markets'
   */
  tradingUrl?: string | undefined
  /** Whose prices of shares: `sip` are those of all exchanges, and need a paid plan. @default 'iex' */
  feed?: AlpacaFeed | undefined
  /** @default 'wss://stream.data.alpaca.markets' */
  streamUrl?: string | undefined
  /** Streams of shares come from the venue's test feed, at all hours: its only symbol is FAKEPACA. @default false */
  testFeed?: boolean | undefined
  /** @default 'indicative', which is free */
  optionFeed?: AlpacaOptionFeed | undefined
  /** Those of the plan. @default the free plan's 200 a minute */
  limits?: readonly Limit[] | undefined
}

const assets = ['equity', 'crypto', 'option'] as const
const intervals = ['1m', '5m', '15m', '30m', '1h', '2h', '4h', '1d', '1w', '1mo', '3mo'] as const
/** What the list of assets has; of options there are no bars in the stream. */
const listed = ['equity', 'crypto'] as const
/** Lengths that are not streamed and asked for again and again. */
const polled = ['5m', '15m', '30m', '1h'] as const
const adjustments = ['splits', 'raw', 'splits+dividends'] as const

/**
 * Bars, quotes, trades, corporate actions, options and news of the United States, and crypto, from Alpaca. Both keys go in
 * headers.
 *
 * Without a paid plan the prices of shares are those of one exchange, IEX, and a series says so. Adjustment is of shares only.
 *
 * @throws {StarkMatterError} INVALID_KEY, a key is missing or wrong
 * @throws {StarkMatterError} NOT_ENTITLED, the plan does not include the feed
 * @throws {StarkMatterError} RATE_LIMITED, more calls than the plan allows
 * @see https://docs.alpaca.markets/docs/about-market-data-api
 * @example
 * const keys = { keyId: 'an-id', secretKey: 'a-secret' }
 * alpaca(keys).symbols.toProvider(parseInstrument('BTC-USD')) // 'BTC/USD'
 */
export function alpaca(options: AlpacaOptions) {
  const {
    baseUrl = 'https://data.alpaca.markets',
    tradingUrl = 'https://paper-api.alpaca.markets',
    streamUrl = 'wss://stream.data.alpaca.markets',
    testFeed = false,
    feed = 'iex',
    optionFeed = 'indicative',
    limits = [{ tokens: 200, every: '1m' }],
  } = options
  const keyId = keyOf('keyId', options.keyId, 'a key id from alpaca.markets')
  const secretKey = keyOf('secretKey', options.secretKey, 'the secret of the key id')
  const context: AlpacaContext = { baseUrl, tradingUrl, keyId, secretKey, feed, optionFeed }
  const prices = async () => (await import('./prices.ts')).priceOperations(context)
  const late = async () => (await import('./late.ts')).lateOperations(context)

  return defineProvider({
    id: 'alpaca',
    title: 'Alpaca',
    delayedMs: feed === 'delayed_sip' ? 900_000 : 0,
    limits,
    pauseMs: alpacaPauseMs,
    symbols: alpacaSymbols,
    getBars: {
      assets,
      intervals,
      adjustments,
      extendedHours: true,
      load: async () => (await prices()).getBars,
    },
    getQuotes: { assets, batch: 100, load: async () => (await prices()).getQuotes },
    getTrades: { assets, load: async () => (await late()).getTrades },
    getOrderBook: { assets: ['crypto'], load: async () => (await late()).getOrderBook },
    searchSymbols: { load: async () => (await late()).searchSymbols },
    getProfile: { assets: listed, load: async () => (await late()).getProfile },
    getCorporateActions: { assets: ['equity'], load: async () => (await late()).getCorporateActions },
    getOptionChain: { assets: ['equity'], load: async () => (await late()).getOptionChain },
    getMarketStatus: { load: async () => (await late()).getMarketStatus },
    getCalendar: { load: async () => (await late()).getCalendar },
    getNews: { load: async () => (await late()).getNews },
    watchBars: {
      assets: listed,
      via: 'stream',
      orPollMs: 15_000,
      intervals: ['1m', ...polled, '1d'],
      polled: { intervals: polled, everyMs: 15_000 },
    },
    watchQuotes: { assets, via: 'stream', orPollMs: 15_000 },
    watchTrades: { assets, via: 'stream' },
    watchOrderBook: { assets: ['crypto'], via: 'stream' },
    stream: alpacaStream({ ...context, streamUrl, testFeed }),
  })
}
