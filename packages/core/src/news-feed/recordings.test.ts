import { expect, test } from 'vitest'
import type { NewsItem } from '../market/index.ts'
import { newsapi } from '../news/newsapi/newsapi.ts'
import { reddit } from '../news/reddit/reddit.ts'
import { alpaca } from '../providers/alpaca/alpaca.ts'
import { alphaVantage } from '../providers/alpha-vantage/index.ts'
import { massive } from '../providers/massive/index.ts'
import { tiingo } from '../providers/tiingo/tiingo.ts'
import { yahoo } from '../providers/yahoo/index.ts'
import { loadProvider } from '../testing/load-provider.ts'
import { readRecordings } from '../testing/recordings.ts'
import { sampleQuery } from '../testing/sample-query.ts'

const apiKey = 'a-secret-key'
const sources = [
  ['alpaca', alpaca({ keyId: 'an-id', secretKey: apiKey })],
  ['alphavantage', alphaVantage({ apiKey })],
  ['massive', massive({ apiKey })],
  ['newsapi', newsapi({ apiKey })],
  ['reddit', reddit({ clientId: 'an-app', clientSecret: apiKey, userAgent: 'node:test:1 (by /u/test)' })],
  ['tiingo', tiingo({ apiKey })],
  ['yahoo', yahoo()],
] as const

test.each(sources)(
  'recorded news of %s carries no markup, no entity, nothing hidden, and web links only',
  async (folder, declared) => {
    const provider = await loadProvider(declared)
    const { getNews } = provider
    const query = {
      ...sampleQuery(provider, 'getNews'),
      text: undefined,
      start: undefined,
      end: undefined,
      instruments: [],
      symbols: [],
      limit: 1_000,
    }
    const items = readRecordings(folder).flatMap(({ response }): readonly NewsItem[] => {
      try {
        return getNews.parse(response, query)
      } catch {
        // Most recordings answer other questions.
        return []
      }
    })
    for (const { title, summary, source, author, url, imageUrl } of items) {
      for (const text of [title, summary, source, author]) {
        expect(text ?? '').not.toMatch(/<[a-z!/?]|&(?:#x?[\da-f]+|[a-z]{2,8});/i)
        expect(text ?? '').not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
      }
      for (const link of [url, imageUrl ?? 'https://example.com/']) expect(link).toMatch(/^https?:\/\//)
    }
  },
)
