import { defineProvider } from '../../provider/index.ts'
import { plainSymbols } from '../../provider/news/plainSymbols.ts'

export type HackerNewsOptions = {
  /** @default 'https://hn.algolia.com' */
  baseUrl?: string | undefined
}

/**
 * Stories of Hacker News, through Algolia's public search. No key needed. Posts without a link lead to their discussion.
 *
 * @throws {StarkMatterError} RATE_LIMITED, more than 10,000 calls an hour
 * @see https://hn.algolia.com/api
 */
export function hackerNews(options: HackerNewsOptions = {}) {
  const { baseUrl = 'https://hn.algolia.com' } = options
  return defineProvider({
    id: 'hacker-news',
    title: 'Hacker News',
    limits: [{ tokens: 10_000, every: '1h' }],
    symbols: plainSymbols,
    getNews: { load: async () => (await import('./searchOperation.ts')).searchOperation(baseUrl) },
  })
}
