import { describe, expect, test } from 'vitest'
import { HttpResponse } from '../../provider/index.ts'
import { describeProvider } from '../../testing/index.ts'
import { loadProvider } from '../../testing/load-provider.ts'
import { hasRecordings, readRecordings } from '../../testing/recordings.ts'
import { sampleQuery } from '../../testing/sample-query.ts'
import { newsapi } from './newsapi.ts'

const article = {
  source: { id: null, name: 'Market Desk' },
  author: null,
  title: 'Acme beats estimates',
  description: '<p>Shares of <b>Acme</b> (NYSE: ACME) rose.</p>',
  url: 'https://example.com/acme?utm_source=feed',
  urlToImage: null,
  publishedAt: '2026-01-05T10:00:00Z',
  content: 'Shares of Acme rose… [+1210 chars]',
}

describeProvider('newsapi', {
  create: () => newsapi({ apiKey: 'a-secret-key' }),
  secret: 'a-secret-key',
  answers: { getNews: { status: 'ok', totalResults: 1, articles: [article] } },
})

const provider = await loadProvider(newsapi({ apiKey: 'a-secret-key' }))
const query = {
  ...sampleQuery(provider, 'getNews'),
  limit: 20,
  start: undefined,
  end: undefined,
  text: undefined,
  symbols: [],
  instruments: [],
}
const read = (json: unknown, status = 200) =>
  provider.getNews.parse(new HttpResponse({ status, text: JSON.stringify(json) }), query)

test('an item is clean text with a canonical address, and says that it was cut', () => {
  expect(read({ status: 'ok', articles: [article] })).toMatchObject([
    {
      title: 'Acme beats estimates',
      summary: 'Shares of Acme (NYSE: ACME) rose.',
      url: 'https://example.com/acme',
      truncated: true,
      time: Date.UTC(2026, 0, 5, 10),
    },
  ])
})

test('articles that were taken down are left out', () => {
  expect(read({ status: 'ok', articles: [{ ...article, title: '[Removed]' }] })).toEqual([])
})

test.each([
  ['apiKeyInvalid', 401, 'INVALID_KEY'],
  ['apiKeyExhausted', 429, 'QUOTA_EXHAUSTED'],
  ['rateLimited', 429, 'RATE_LIMITED'],
  ['parameterInvalid', 400, 'BAD_REQUEST'],
  ['unexpectedError', 500, 'UPSTREAM'],
])('the refusal %s is %s', (code, status, expected) => {
  expect(() => read({ status: 'error', code, message: 'No.' }, status)).toThrow(
    expect.objectContaining({ code: expected }),
  )
})

test('a limit beyond one page asks for the pages that exist, and ends where the plan does', () => {
  const wide = { ...query, limit: 250 }
  const answer = (json: unknown) => new HttpResponse({ status: 200, text: JSON.stringify(json) })
  const page = answer({ status: 'ok', totalResults: 230, articles: [article] })
  const first = provider.getNews.request(wide)
  const second = provider.getNews.next(page, wide, first)
  const third = second && provider.getNews.next(page, wide, second)
  expect(
    [first, second, third].map((request) => new URL(request?.url ?? '').searchParams.get('page')),
  ).toEqual([null, '2', '3'])
  expect(third && provider.getNews.next(page, wide, third)).toBeUndefined()

  const end = answer({ status: 'error', code: 'maximumResultsReached', message: 'Upgrade.' })
  expect(provider.getNews.parse(end, wide)).toEqual([])
  expect(provider.getNews.next(end, wide, first)).toBeUndefined()
  const [item] = provider.getNews.parse(page, wide)
  expect(provider.getNews.join([item ? [item, item] : [], item ? [item] : []], wide)).toHaveLength(1)
})

describe.runIf(hasRecordings)('recorded answers', () => {
  test.each(readRecordings('newsapi'))('$name is read', ({ response }) => {
    const items = provider.getNews.parse(response, query)
    expect(items.length).toBeGreaterThan(5)
    for (const item of items) expect(item.title).not.toMatch(/&\w+;|</)
  })
})
