import { InvalidParameterError } from '../../errors/index.ts'
import { defineProvider, type Limit } from '../../provider/index.ts'
import { alpacaPauseMs } from './errors.ts'
import { alpacaIntervals, barsOperation } from './map-bars.ts'
import { quotesOperation } from './map-quotes.ts'
import type { AlpacaContext, AlpacaFeed, AlpacaOptionFeed, Get } from './schema.ts'
import { alpacaSymbols } from './symbols.ts'

export type AlpacaOptions = {
  keyId: string
  secretKey: string
  /** @default 'https://data.alpaca.markets' */
  baseUrl?: string
  /** Whose prices of shares: `sip` are those of all exchanges, and need a paid plan. @default 'iex' */
  feed?: AlpacaFeed
  /** @default 'indicative', which is free */
  optionFeed?: AlpacaOptionFeed
  /** Those of the plan. @default the free plan's 200 a minute */
  limits?: readonly Limit[]
}

const assets = ['equity', 'crypto', 'option'] as const
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
    keyId,
    secretKey,
    baseUrl = 'https://data.alpaca.markets',
    feed = 'iex',
    optionFeed = 'indicative',
    limits = [{ tokens: 200, every: '1m' }],
  } = options
  if (!keyId) throw new InvalidParameterError('keyId', 'a key id from alpaca.markets', keyId)
  if (!secretKey) throw new InvalidParameterError('secretKey', 'the secret of the key id', '')
  const headers = { 'apca-api-key-id': keyId, 'apca-api-secret-key': secretKey }

  const get: Get = (path, parameters) => {
    const search = new URLSearchParams()
    for (const [name, value] of Object.entries(parameters)) {
      if (value !== undefined) search.set(name, String(value))
    }
    return { url: `${baseUrl}${path}?${search}`, headers }
  }
  const context: AlpacaContext = { get, feed, optionFeed }
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
      intervals: alpacaIntervals,
      adjustments,
      extendedHours: true,
      ...barsOperation(context),
    },
    getQuotes: { assets, batch: 100, ...quotesOperation(context) },
    getTrades: { assets, load: async () => (await late()).getTrades },
    getOrderBook: { assets: ['crypto'], load: async () => (await late()).getOrderBook },
    getCorporateActions: { assets: ['equity'], load: async () => (await late()).getCorporateActions },
    getOptionChain: { assets: ['equity'], load: async () => (await late()).getOptionChain },
    getNews: { load: async () => (await late()).getNews },
    watchBars: { assets, via: 'poll', everyMs: 15_000, intervals: alpacaIntervals },
    watchQuotes: { assets, via: 'poll', everyMs: 15_000 },
  })
}
