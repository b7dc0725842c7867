import { type Interval, parseInterval } from '../../market/index.ts'
import { defineProvider, type Limit } from '../../provider/index.ts'
import { yahooStream } from './stream.ts'
import { yahooSymbols } from './symbols.ts'

export type YahooOptions = {
  /** @default 'https://query2.finance.yahoo.com' */
  baseUrl?: string | undefined
  /** Where the session cookie is given. @default 'https://fc.yahoo.com' */
  cookieUrl?: string | undefined
  /** A page that leads through the consent form. @default 'https://finance.yahoo.com/quote/AAPL' */
  consentUrl?: string | undefined
  /** @default 'wss://streamer.finance.yahoo.com/?version=2' */
  streamUrl?: string | undefined
  /** Whether quotes are streamed: otherwise they are asked for again and again. @default true */
  streams?: boolean | undefined
  /** How requests name their sender. Say who you are; never a browser's name. @default 'StarkMatter' */
  userAgent?: string | undefined
  /** Yahoo publishes no limits. The default keeps well below what users report to be tolerated. */
  limits?: readonly Limit[] | undefined
}

const assets = ['equity', 'fund', 'index', 'crypto', 'fx', 'future', 'option'] as const
const listed = ['equity', 'fund', 'index'] as const
const intervals = ['1m', '2m', '5m', '15m', '30m', '1h', '90m', '1d', '1w', '1mo', '3mo'] as const

/**
 * Prices, quotes, company figures, options and headlines from Yahoo Finance. No key needed, and not official: it is made for
 * Yahoo's own pages, may refuse at any time, and cannot be called from a browser. Put another provider behind it.
 *
 * Bars are adjusted for splits; `splits+dividends` (daily and longer) uses Yahoo's adjusted close. Bid and ask sizes come in
 * lots of the market.
 *
 * @throws {StarkMatterError} UNKNOWN_SYMBOL or DELISTED, the symbol has no data
 * @throws {StarkMatterError} RATE_LIMITED, Yahoo refuses for now
 * @throws {StarkMatterError} NO_DATA, there are no figures of this kind
 * @example
 * yahoo().symbols.toProvider(parseInstrument('BRK.B')) // 'BRK-B'
 */
export function yahoo(options: YahooOptions = {}) {
  const {
    baseUrl = 'https://query2.finance.yahoo.com',
    cookieUrl = 'https://fc.yahoo.com',
    consentUrl = 'https://finance.yahoo.com/quote/AAPL',
    streamUrl = 'wss://streamer.finance.yahoo.com/?version=2',
    streams = true,
    userAgent = 'StarkMatter',
    limits = [
      { tokens: 5, every: '1s' },
      { tokens: 2_000, every: '1h' },
    ],
  } = options

  const context = { baseUrl, userAgent }
  const prices = async () => (await import('./prices.ts')).priceOperations(context)
  const late = async () => (await import('./late.ts')).lateOperations(context)

  return defineProvider({
    id: 'yahoo',
    title: 'Yahoo Finance',
    delayedMs: null,
    limits,
    symbols: yahooSymbols,
    credential: {
      load: async () =>
        (await import('./credential.ts')).yahooCredential({
          cookieUrl,
          consentUrl,
          crumbUrl: `${baseUrl}/v1/test/getcrumb`,
          userAgent,
        }),
    },

    getBars: {
      assets,
      intervals,
      adjustments: ['splits', 'splits+dividends'],
      extendedHours: true,
      historyMs,
      load: async () => (await prices()).getBars,
    },
    getQuotes: { assets, batch: 100, load: async () => (await prices()).getQuotes },
    searchSymbols: { load: async () => (await prices()).searchSymbols },
    getProfile: { assets: listed, load: async () => (await late()).getProfile },
    getEarnings: { assets: ['equity'], load: async () => (await late()).getEarnings },
    getFinancials: { assets: ['equity'], load: async () => (await late()).getFinancials },
    getCorporateActions: { assets: listed, load: async () => (await late()).getCorporateActions },
    getOptionChain: { assets: listed, load: async () => (await late()).getOptionChain },
    getMarketStatus: { load: async () => (await late()).getMarketStatus },
    getNews: { load: async () => (await late()).getNews },
    watchBars: { assets, intervals, via: 'poll', everyMs: 15_000 },
    watchQuotes: {
      assets,
      ...(streams
        ? ({ via: 'stream', orPollMs: 15_000 } as const)
        : ({ via: 'poll', everyMs: 15_000 } as const)),
    },
    stream: yahooStream(streamUrl),
  })
}

/** How far back bars of this length reach; a request for short ones may not span more either. */
function historyMs(interval: Interval): number | undefined {
  const day = 86_400_000
  const { ms, isDaily } = parseInterval(interval)
  if (isDaily) return undefined
  if (ms < 120_000) return 7 * day
  return (interval === '1h' ? 730 : 60) * day
}
