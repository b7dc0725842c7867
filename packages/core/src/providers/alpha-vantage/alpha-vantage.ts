import { defineProvider, type Limit } from '../../provider/index.ts'
import { keyOf } from '../../provider/key-of.ts'
import { alphaVantageSymbols } from './symbols.ts'

export type AlphaVantageOptions = {
  apiKey: string
  /** @default 'https://www.alphavantage.co' */
  baseUrl?: string | undefined
  /** Those of the plan. @default the free plan's: 5 a minute and 25 a day */
  limits?: readonly Limit[] | undefined
}

const assets = ['equity', 'fund', 'fx', 'crypto'] as const

/**
 * Shares, currencies and crypto, statements, earnings and news from Alpha Vantage.
 *
 * The vendor takes the key in the URL only. The core masks it in everything that it logs, records or throws; put a gateway
 * between this provider and a browser. `raw` are prices as traded, `splits+dividends` the vendor's adjusted ones (daily needs
 * the premium plan, as do long daily histories and intraday pairs). Quotes of shares carry no time of day.
 *
 * @throws {StarkMatterError} QUOTA_EXHAUSTED, the free plan's 25 requests of the day are used up
 * @throws {StarkMatterError} RATE_LIMITED, NOT_ENTITLED, INVALID_KEY or UNKNOWN_SYMBOL: all sent as HTTP 200
 * @see https://www.alphavantage.co/documentation/
 * @example
 * alphaVantage({ apiKey: 'demo' }).symbols.toProvider(parseInstrument('TSCO.L')) // 'TSCO.LON'
 */
export function alphaVantage(options: AlphaVantageOptions) {
  const {
    baseUrl = 'https://www.alphavantage.co',
    limits = [
      { tokens: 5, every: '1m' },
      { tokens: 25, every: '1d' },
    ],
  } = options
  const apiKey = keyOf('apiKey', options.apiKey, 'a key from alphavantage.co')
  const context = { baseUrl, apiKey }
  const prices = async () => (await import('./prices.ts')).priceOperations(context)
  const late = async () => (await import('./late.ts')).lateOperations(context)

  return defineProvider({
    id: 'alpha-vantage',
    title: 'Alpha Vantage',
    delayedMs: null,
    limits,
    symbols: alphaVantageSymbols,

    getBars: {
      assets,
      intervals: ['1m', '5m', '15m', '30m', '1h', '1d', '1w', '1mo'],
      adjustments: ['raw', 'splits+dividends'],
      extendedHours: true,
      load: async () => (await prices()).getBars,
    },
    getQuotes: { assets, batch: 1, load: async () => (await prices()).getQuotes },
    searchSymbols: { load: async () => (await prices()).searchSymbols },
    getProfile: { assets: ['equity'], load: async () => (await late()).getProfile },
    getEarnings: { assets: ['equity'], load: async () => (await late()).getEarnings },
    getFinancials: { assets: ['equity'], load: async () => (await late()).getFinancials },
    getCorporateActions: { assets: ['equity', 'fund'], load: async () => (await late()).getCorporateActions },
    getOptionChain: { assets: ['equity', 'fund'], load: async () => (await late()).getOptionChain },
    getMarketStatus: { load: async () => (await late()).getMarketStatus },
    getNews: { load: async () => (await late()).getNews },
    // A poll a minute is all that five requests a minute leave room for.
    watchBars: { assets, via: 'poll', everyMs: 60_000, intervals: ['1m', '5m', '15m', '30m', '1h', '1d'] },
    watchQuotes: { assets, via: 'poll', everyMs: 60_000 },
  })
}
