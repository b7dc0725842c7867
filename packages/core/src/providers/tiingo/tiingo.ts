import { defineProvider, type Limit } from '../../provider/index.ts'
import { keyOf } from '../../provider/key-of.ts'
import type { TiingoContext } from './context.ts'
import { tiingoSymbols } from './symbols.ts'

export type TiingoOptions = {
  apiKey: string
  /** @default 'https://api.tiingo.com' */
  baseUrl?: string | undefined
  /** Those of the plan. @default the free plan's 50 an hour and 1,000 a day */
  limits?: readonly Limit[] | undefined
}

const assets = ['equity', 'crypto', 'fx'] as const
const intervals = ['1m', '5m', '15m', '30m', '1h', '4h', '1d', '1w', '1mo', '1y'] as const

/**
 * Daily bars of United States shares and funds from all exchanges, shorter ones and quotes from IEX, pairs and currencies,
 * statements and news, from Tiingo. The key goes in a header. News and statements need a paid plan.
 *
 * Daily bars come raw, adjusted for splits, or for splits and dividends; shorter ones as traded.
 *
 * @throws {StarkMatterError} INVALID_KEY, the key is missing or wrong
 * @throws {StarkMatterError} NOT_ENTITLED, the plan lacks the endpoint
 * @throws {StarkMatterError} RATE_LIMITED, more calls than the plan allows
 * @see https://www.tiingo.com/documentation
 * @example
 * tiingo({ apiKey: 'demo' }).symbols.toProvider(parseInstrument('BRK.B')) // 'brk-b'
 */
export function tiingo(options: TiingoOptions) {
  const { baseUrl = 'https://api.tiingo.com' } = options
  const apiKey = keyOf('apiKey', options.apiKey, 'a token from tiingo.com')
  const {
    limits = [
      { tokens: 50, every: '1h' },
      { tokens: 1_000, every: '1d' },
    ],
  } = options

  const context: TiingoContext = { baseUrl, apiKey }
  const prices = async () => (await import('./prices.ts')).priceOperations(context)
  const late = async () => (await import('./late.ts')).lateOperations(context)

  return defineProvider({
    id: 'tiingo',
    title: 'Tiingo',
    delayedMs: null,
    limits,
    symbols: tiingoSymbols,
    getBars: {
      assets,
      intervals,
      adjustments: ['raw', 'splits', 'splits+dividends'],
      extendedHours: true,
      load: async () => (await prices()).getBars,
    },
    getQuotes: { assets, batch: 100, load: async () => (await prices()).getQuotes },
    searchSymbols: { load: async () => (await late()).searchSymbols },
    getProfile: { assets: ['equity'], load: async () => (await late()).getProfile },
    getFinancials: { assets: ['equity'], load: async () => (await late()).getFinancials },
    getCorporateActions: { assets: ['equity'], load: async () => (await late()).getCorporateActions },
    getNews: { load: async () => (await late()).getNews },
    watchBars: { assets, via: 'poll', everyMs: 60_000, intervals },
    watchQuotes: { assets, via: 'poll', everyMs: 60_000 },
  })
}
