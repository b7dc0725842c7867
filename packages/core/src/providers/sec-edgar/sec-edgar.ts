import { InvalidParameterError } from '../../errors/index.ts'
import { defineProvider, type HttpRequest, type Limit } from '../../provider/index.ts'
import type { EdgarContext } from './schema.ts'
import { secEdgarSymbols } from './symbols.ts'

export type SecEdgarOptions = {
  /** Who asks, with a way to reach them, as the SEC demands: `Example Ltd admin@example.com`. */
  userAgent: string
  /** @default 'https://data.sec.gov' */
  baseUrl?: string | undefined
  /** Where the list of tickers lies. @default 'https://www.sec.gov' */
  filesUrl?: string | undefined
  /** @default 10 a second, which is what the SEC allows */
  limits?: readonly Limit[] | undefined
}

const assets = ['equity'] as const

/**
 * Filings and the numbers in them, of all companies that report to the Securities and Exchange Commission. No key needed, but
 * a name and an address to write to. `getNews` answers the filings of one company, newest first.
 *
 * @throws {StarkMatterError} UNKNOWN_SYMBOL, no company files under this ticker
 * @throws {StarkMatterError} RATE_LIMITED, more than 10 requests a second
 * @see https://www.sec.gov/search-filings/edgar-application-programming-interfaces
 * @example
 * const sec = secEdgar({ userAgent: 'Example Ltd admin@example.com' })
 * sec.symbols.toProvider(parseInstrument('BRK.B')) // 'BRK-B'
 */
export function secEdgar(options: SecEdgarOptions) {
  const {
    userAgent,
    baseUrl = 'https://data.sec.gov',
    filesUrl = 'https://www.sec.gov',
    limits = [{ tokens: 10, every: '1s' }],
  } = options
  if (!/\S+@\S+\.\S+/.test(userAgent ?? '')) {
    throw new InvalidParameterError('userAgent', 'a name and an e-mail address', userAgent)
  }
  const ask = (url: string): HttpRequest => ({ url, headers: { 'user-agent': userAgent } })
  const context: EdgarContext = {
    data: (path) => ask(baseUrl + path),
    file: (path) => ask(filesUrl + path),
  }
  const late = async () => (await import('./late.ts')).lateOperations(context)

  return defineProvider({
    id: 'sec-edgar',
    title: 'SEC EDGAR',
    delayedMs: 0,
    limits,
    symbols: secEdgarSymbols,
    credential: { load: async () => (await late()).credential },
    searchSymbols: { load: async () => (await late()).searchSymbols },
    getProfile: { assets, load: async () => (await late()).getProfile },
    getFinancials: { assets, load: async () => (await late()).getFinancials },
    getNews: { load: async () => (await late()).getNews },
  })
}
