import { defineProvider, type Limit } from '../../provider/index.ts'
import { keyOf } from '../../provider/key-of.ts'
import { massiveStream } from './stream.ts'
import { massiveSymbols } from './symbols.ts'

export type MassiveOptions = {
  apiKey: string
  /** Polygon's old host, `https://api.polygon.io`, answers as well. @default 'https://api.massive.com' */
  baseUrl?: string | undefined
  /** Those of the plan. @default the free plan's 5 a minute */
  limits?: readonly Limit[] | undefined
  /** Lag of the plan behind the market, where it has one: 900000 on delayed plans. @default null */
  delayedMs?: number | null | undefined
  /** @default 'wss://socket.massive.com', or 'wss://delayed.massive.com' where `delayedMs` says that the plan lags */
  streamUrl?: string | undefined
  /** Whether the plan has streams: where it has none, `watchBars` and `watchQuotes` ask again and again. @default true */
  streams?: boolean | undefined
  /** Whether the plan has the vendor's own estimate of prices, which then stand for the last ones. @default false */
  fairMarketValue?: boolean | undefined
  /** Whether streamed quotes of shares tell the limits of their price (limit up, limit down): some plans have them. @default false */
  priceBands?: boolean | undefined
  /** Whether streamed quotes of shares tell the imbalance before an auction: few plans have it. @default false */
  auctions?: boolean | undefined
}

const assets = ['equity', 'fund', 'index', 'crypto', 'fx', 'option', 'future'] as const
const traded = ['equity', 'fund', 'crypto', 'option', 'future'] as const
const listed = ['equity', 'fund'] as const
/** Lengths that are streamed by nobody and asked for again and again. */
const polled = ['5m', '15m', '30m', '1h', '1d'] as const

/**
 * Bars, quotes, trades, companies, options and news of the United States, currencies and crypto from Massive, which was
 * Polygon.io until October 2025. The key goes in a header and never into a URL.
 *
 * `splits` is Massive's own adjustment; `raw` are the prices as traded. Bars in which nothing traded do not exist.
 * At most 50,000 trades come in one call. Earnings need the vendor's Benzinga add-on.
 *
 * @throws {StarkMatterError} NOT_ENTITLED, the plan does not reach so far back, or lacks the endpoint
 * @throws {StarkMatterError} INVALID_KEY, the key is missing or wrong
 * @throws {StarkMatterError} RATE_LIMITED, more calls than the plan allows
 * @see https://massive.com/docs
 * @example
 * massive({ apiKey: 'demo' }).symbols.toProvider(parseInstrument('BTC-USD')) // 'X:BTCUSD'
 */
export function massive(options: MassiveOptions) {
  const {
    baseUrl = 'https://api.massive.com',
    limits = [{ tokens: 5, every: '1m' }],
    delayedMs = null,
    streamUrl = delayedMs ? 'wss://delayed.massive.com' : 'wss://socket.massive.com',
    streams = true,
    fairMarketValue = false,
    priceBands = false,
    auctions = false,
  } = options
  const apiKey = keyOf('apiKey', options.apiKey, 'a key from massive.com')
  const context = { baseUrl, apiKey }
  const prices = async () => (await import('./prices.ts')).priceOperations(context)
  const late = async () => (await import('./late.ts')).lateOperations(context)
  const watch = streams
    ? ({ via: 'stream', orPollMs: 15_000 } as const)
    : ({ via: 'poll', everyMs: 15_000 } as const)

  return defineProvider({
    id: 'massive',
    title: 'Massive',
    delayedMs,
    limits,
    symbols: massiveSymbols,

    getBars: {
      assets,
      intervals: [
        '1s',
        '1m',
        '2m',
        '3m',
        '5m',
        '10m',
        '15m',
        '30m',
        '1h',
        '2h',
        '4h',
        '1d',
        '1w',
        '1mo',
        '3mo',
        '1y',
      ],
      adjustments: ['splits', 'raw'],
      extendedHours: true,
      load: async () => (await prices()).getBars,
    },
    getQuotes: { assets, batch: 100, load: async () => (await prices()).getQuotes },
    getTrades: { assets: traded, load: async () => (await late()).getTrades },
    searchSymbols: { load: async () => (await prices()).searchSymbols },
    getProfile: { assets, load: async () => (await late()).getProfile },
    getFinancials: { assets: ['equity'], load: async () => (await late()).getFinancials },
    getEarnings: { assets: ['equity'], load: async () => (await late()).getEarnings },
    getCorporateActions: { assets: listed, load: async () => (await late()).getCorporateActions },
    getOptionChain: { assets: ['equity', 'fund', 'index'], load: async () => (await late()).getOptionChain },
    getMarketStatus: { load: async () => (await late()).getMarketStatus },
    getCalendar: { load: async () => (await late()).getCalendar },
    getNews: { load: async () => (await late()).getNews },
    watchBars: {
      assets,
      ...watch,
      intervals: streams ? ['1s', '1m', ...polled] : ['1m', ...polled],
      polled: { intervals: polled, everyMs: 15_000 },
    },
    watchQuotes: { assets, ...watch },
    watchTrades: { assets: traded, via: 'stream' },
    watchOrderBook: { assets: ['crypto'], via: 'stream' },
    stream: massiveStream({ apiKey, streamUrl, delayedMs, fairMarketValue, priceBands, auctions }),
  })
}
