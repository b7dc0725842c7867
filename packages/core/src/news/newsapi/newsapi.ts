import { defineProvider, type Limit } from '../../provider/index.ts'
import { keyOf } from '../../provider/key-of.ts'
import { plainSymbols } from '../../provider/news/plainSymbols.ts'

export type NewsapiOptions = {
  apiKey: string
  /** @default 'https://newsapi.org' */
  baseUrl?: string | undefined
  /** Two-letter code. @default 'en' */
  language?: string | undefined
  /** @default the developer plan's 100 a day */
  limits?: readonly Limit[] | undefined
}

/**
 * Headlines of some 150,000 sites from NewsAPI. The key goes in a header.
 *
 * A text or symbols search everything; without either the top business headlines come. The developer plan is for
 * localhost only, its articles are a day late, and a `limit` over 100 ends at the first 100.
 *
 * @throws {StarkMatterError} INVALID_KEY, the key is missing, wrong or disabled
 * @throws {StarkMatterError} RATE_LIMITED, QUOTA_EXHAUSTED, more calls than the plan allows
 * @see https://newsapi.org/docs
 */
export function newsapi(options: NewsapiOptions) {
  const {
    baseUrl = 'https://newsapi.org',
    language = 'en',
    limits = [{ tokens: 100, every: '1d' }],
  } = options
  const apiKey = keyOf('apiKey', options.apiKey, 'a key from newsapi.org')

  return defineProvider({
    id: 'newsapi',
    title: 'NewsAPI',
    limits,
    symbols: plainSymbols,
    getNews: {
      load: async () => (await import('./searchOperation.ts')).searchOperation({ baseUrl, apiKey, language }),
    },
  })
}
