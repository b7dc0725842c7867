import { defineProvider } from '../../provider/index.ts'
import { keyOf } from '../../provider/key-of.ts'
import { plainSymbols } from '../../provider/news/plainSymbols.ts'

export type FinancialTimesOptions = {
  apiKey: string
  /** @default 'https://api.ft.com' */
  baseUrl?: string | undefined
}

/**
 * Headlines of the Financial Times under its headline licence: title, excerpt, time and link, no full text.
 * The key needs a contract and must stay on a server, so run this behind a gateway and never in a page.
 *
 * @throws {StarkMatterError} INVALID_KEY, the key is missing or wrong
 * @throws {StarkMatterError} NOT_ENTITLED, the licence does not cover the call
 * @see https://developer.ft.com/portal/docs-api-v1-reference-search-api-overview
 */
export function financialTimes(options: FinancialTimesOptions) {
  const { baseUrl = 'https://api.ft.com' } = options
  const apiKey = keyOf('apiKey', options.apiKey, "a key of the publisher's headline licence")
  return defineProvider({
    id: 'financial-times',
    title: 'Financial Times',
    limits: [
      { tokens: 2, every: '1s' },
      { tokens: 5_000, every: '1d' },
    ],
    symbols: plainSymbols,
    getNews: { load: async () => (await import('./searchOperation.ts')).searchOperation(baseUrl, apiKey) },
  })
}
