import { afterEach, describe, expect, test } from 'vitest'
import { createClient } from '../client/createClient.ts'
import { pageNews } from '../news-feed/pageNews.ts'
import type { Provider } from '../provider/index.ts'
import { alpaca } from '../providers/alpaca/index.ts'
import { alphaVantage } from '../providers/alpha-vantage/index.ts'
import { massive } from '../providers/massive/index.ts'
import { tiingo } from '../providers/tiingo/index.ts'
import { yahoo } from '../providers/yahoo/index.ts'
import { createFakeVenue, type FakeRequest } from '../testing/index.ts'
import { financialTimes } from './financial-times/index.ts'
import { hackerNews } from './hacker-news/index.ts'
import { newsapi } from './newsapi/index.ts'
import { reddit } from './reddit/index.ts'

/** An article as a venue holds it, before its own way of writing it. */
type Article = { n: number; time: number; title: string; symbol: string }

/** How a venue is asked and what it answers, newest first, as far as its own interface can choose. */
type Venue = {
  create(baseUrl: string): Provider
  /** The rows of an answer, in the venue's form. */
  body(rows: readonly Article[], all: number): unknown
  /** How many rows it was asked for, and from which on. */
  page(request: FakeRequest): { size: number; offset: number }
  /** Symbols that it was asked about. */
  symbols(request: FakeRequest): readonly string[]
  /** The instant before which it was asked for articles, where its interface takes one. */
  before?(request: FakeRequest): string | undefined
}

const dawn = Date.UTC(2026, 0, 5)
const minute = 60_000
const link = ({ n }: Article) => `https://example.com/${n}`
const seconds = (time: number) => Math.floor(time / 1000)
const unzoned = (time: number) => new Date(time).toISOString().slice(0, 19)
const parameter = ({ url }: FakeRequest, name: string) => url.searchParams.get(name)
const count = (request: FakeRequest, name: string) => Number(parameter(request, name) ?? 0)
const quoted = (text: string | null) =>
  [...(text ?? '').matchAll(/"(\w+)"/g)].map(([, symbol = '']) => symbol)
const listed = (text: string | null) => (text ?? '').split(/[ ,]/).filter(Boolean)
const token = { access_token: 'token', token_type: 'bearer', expires_in: 3600 }

const venues: Record<string, Venue> = {
  newsapi: {
    create: (baseUrl) => newsapi({ apiKey: 'key', baseUrl, limits: [] }),
    body: (rows, all) => ({
      status: 'ok',
      totalResults: all,
      articles: rows.map((row) => ({
        source: { id: null, name: 'Fake' },
        title: row.title,
        description: null,
        content: null,
        author: null,
        urlToImage: null,
        url: link(row),
        publishedAt: unzoned(row.time),
      })),
    }),
    page: (request) => {
      const size = count(request, 'pageSize')
      return { size, offset: (Number(parameter(request, 'page') ?? 1) - 1) * size }
    },
    symbols: (request) => quoted(parameter(request, 'q')),
    before: (request) => parameter(request, 'to') ?? undefined,
  },
  reddit: {
    create: (baseUrl) =>
      reddit({ clientId: 'a', clientSecret: 'b', userAgent: 'c', baseUrl, authUrl: baseUrl, limits: [] }),
    body: (rows) => ({
      kind: 'Listing',
      data: {
        children: rows.map(({ n, title, time }) => ({
          kind: 't3',
          data: {
            title,
            selftext: '',
            permalink: `/r/stocks/comments/${n}/`,
            created_utc: time / 1000,
            subreddit: 'stocks',
            author: 'someone',
          },
        })),
        after: rows.length > 0 ? 't3_next' : null,
      },
    }),
    page: (request) => ({ size: count(request, 'limit'), offset: count(request, 'count') }),
    symbols: (request) => quoted(parameter(request, 'q')),
  },
  'financial-times': {
    create: (baseUrl) => ({ ...financialTimes({ apiKey: 'key', baseUrl }), limits: [] }),
    body: (rows, all) => ({
      results: [
        {
          indexCount: all,
          results: rows.map((row) => ({
            id: String(row.n),
            title: { title: row.title },
            lifecycle: { lastPublishDateTime: unzoned(row.time) },
            location: { uri: link(row) },
          })),
        },
      ],
    }),
    page: ({ body }) => {
      const { maxResults, offset } = JSON.parse(body).resultContext
      return { size: maxResults, offset }
    },
    symbols: ({ body }) => quoted(JSON.parse(body).queryString),
    before: ({ body }) => /DateTime:<(\S+)/.exec(JSON.parse(body).queryString)?.[1],
  },
  'hacker-news': {
    create: (baseUrl) => hackerNews({ baseUrl }),
    body: (rows) => ({
      hits: rows.map((row) => ({
        title: row.title,
        url: link(row),
        created_at_i: seconds(row.time),
        author: 'someone',
        objectID: String(row.n),
        story_text: null,
      })),
    }),
    page: (request) => ({ size: count(request, 'hitsPerPage'), offset: 0 }),
    symbols: (request) => listed(parameter(request, 'query')),
    before: (request) => {
      const [, end] = /created_at_i<(\d+)/.exec(parameter(request, 'numericFilters') ?? '') ?? []
      return end && new Date(Number(end) * 1000).toISOString()
    },
  },
  alpaca: {
    create: (baseUrl) => ({ ...alpaca({ keyId: 'a', secretKey: 'b', baseUrl }), limits: [] }),
    body: (rows) => ({
      news: rows.map((row) => ({
        headline: row.title,
        summary: '',
        url: link(row),
        source: 'fake',
        author: '',
        images: [],
        symbols: [row.symbol],
        created_at: unzoned(row.time),
      })),
      next_page_token: rows.length > 0 ? `after-${rows.at(-1)?.n}` : null,
    }),
    page: (request) => ({
      size: count(request, 'limit'),
      offset: Number((parameter(request, 'page_token') ?? 'after--1').slice(6)) + 1,
    }),
    symbols: (request) => listed(parameter(request, 'symbols')),
    before: (request) => parameter(request, 'end') ?? undefined,
  },
  tiingo: {
    create: (baseUrl) => ({ ...tiingo({ apiKey: 'key', baseUrl }), limits: [] }),
    body: (rows) =>
      rows.map((row) => ({
        title: row.title,
        description: '',
        url: link(row),
        source: 'fake',
        tickers: [row.symbol.toLowerCase()],
        publishedDate: unzoned(row.time),
      })),
    page: (request) => ({ size: count(request, 'limit'), offset: count(request, 'offset') }),
    symbols: (request) => listed(parameter(request, 'tickers')),
  },
  massive: {
    create: (baseUrl) => ({ ...massive({ apiKey: 'key', baseUrl }), limits: [] }),
    body: (rows) => ({
      status: 'OK',
      results: rows.map((row) => ({
        title: row.title,
        article_url: link(row),
        publisher: { name: 'Fake' },
        tickers: [row.symbol],
        published_utc: unzoned(row.time),
      })),
    }),
    page: (request) => ({ size: count(request, 'limit'), offset: 0 }),
    symbols: (request) => listed(parameter(request, 'ticker')),
    before: (request) => parameter(request, 'published_utc.lt') ?? undefined,
  },
  'alpha-vantage': {
    create: (baseUrl) => ({ ...alphaVantage({ apiKey: 'key', baseUrl }), limits: [] }),
    body: (rows) => ({
      items: String(rows.length),
      feed: rows.map((row) => ({
        title: row.title,
        url: link(row),
        source: 'Fake',
        summary: '',
        authors: [],
        banner_image: null,
        ticker_sentiment: [{ ticker: row.symbol }],
        time_published: unzoned(row.time).replace(/[-:]/g, ''),
      })),
    }),
    page: (request) => ({ size: count(request, 'limit'), offset: 0 }),
    symbols: (request) => listed(parameter(request, 'tickers')),
    before: (request) => {
      const written = parameter(request, 'time_to')
      return written?.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)/, '$1-$2-$3T$4:$5:00Z')
    },
  },
  yahoo: {
    create: (baseUrl) => ({ ...yahoo({ baseUrl }), limits: [] }),
    body: (rows) => ({
      news: rows.map((row) => ({
        title: row.title,
        link: link(row),
        publisher: 'Fake',
        providerPublishTime: seconds(row.time),
        relatedTickers: [row.symbol],
      })),
    }),
    page: (request) => ({ size: count(request, 'newsCount'), offset: 0 }),
    symbols: (request) => listed(parameter(request, 'q')),
  },
}

const closing: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A client of one venue, which holds these articles and does not look at words, nor at instants where it is careless. */
async function open(venue: Venue, articles: readonly Article[], isCareless = true) {
  const asked: FakeRequest[] = []
  const server = await createFakeVenue([
    (request) => {
      if (request.url.pathname.endsWith('access_token')) return { json: token }
      asked.push(request)
      const symbols = venue.symbols(request)
      const wanted = articles
        .filter(({ symbol }) => !symbols.some((one) => /^[A-Z]{3,4}$/.test(one)) || symbols.includes(symbol))
        .filter(({ time }) => isCareless || time < Date.parse(venue.before?.(request) ?? '9999-01-01'))
        .sort((a, b) => b.time - a.time)
      const { size, offset } = venue.page(request)
      return { json: venue.body(wanted.slice(offset, offset + size), wanted.length) }
    },
  ])
  const client = createClient({ providers: [venue.create(server.url)] })
  closing.push(
    () => client.close(),
    () => server.close(),
  )
  return { client, asked }
}

const article = (n: number, fields: Partial<Article> = {}): Article => ({
  n,
  time: dawn - n * minute,
  title: `Harbour ${n} reports`,
  symbol: n % 2 === 0 ? 'AAA' : 'BBB',
  ...fields,
})
/** Words that no other number has, so that no two headlines are copies. */
const wordsOf = (n: number) =>
  [n, n + 300, n + 600]
    .map((one) =>
      (one * 7_919 + 46_656).toString(36).replace(/\d/g, (digit) => 'aeioubdfgk'[Number(digit)] ?? ''),
    )
    .join(' ')
const articles = Array.from({ length: 12 }, (_, n) => article(n))

describe.each(Object.entries(venues))('news of %s', (_, venue) => {
  test('begin at the start, end before the end, and are in UTC where no zone is told', async () => {
    const { client } = await open(venue, articles)
    const start = dawn - 6 * minute
    const end = dawn - 3 * minute
    const items = await client.getNews({ text: 'harbour', start, end })
    expect(items.map(({ time }) => (dawn - time) / minute)).toEqual([4, 5, 6])
  })

  test('about several symbols are about any of them, newest first', async () => {
    const { client } = await open(venue, articles)
    const items = await client.getNews({ symbols: ['AAA', 'BBB', 'AAA'], limit: 5 })
    expect(items.map(({ time }) => (dawn - time) / minute)).toEqual([0, 1, 2, 3, 4])
  })

  test('are no more than was wanted, and each comes once', async () => {
    const twice = [...articles, article(0, { title: 'Harbour 0 reports again' })]
    const { client } = await open(venue, twice)
    const items = await client.getNews({ text: 'harbour', limit: 4 })
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    expect(items.length).toBeLessThanOrEqual(4)
    expect(items.length).toBeGreaterThanOrEqual(3)
  })

  test('end where the venue has no more, though it says that there is', async () => {
    const { client, asked } = await open({ ...venue, body: (rows) => venue.body(rows, 1e9) }, articles)
    const items = await client.getNews({ text: 'harbour', limit: 900 })
    expect(items).toHaveLength(12)
    expect(asked.length).toBeLessThanOrEqual(3)
  })
})

// Yahoo's search takes no instant, and gives its newest only.
const searchable = Object.entries(venues).filter(([id]) => id !== 'yahoo')

test.each(searchable)('news of %s are paged back through a minute, an hour and a day', async (_, venue) => {
  const many = Array.from({ length: 260 }, (_, n) =>
    article(n, { time: dawn + 23 * 60 * minute - n * 20_000, title: `Harbour ${wordsOf(n)}` }),
  )
  const { client } = await open(venue, many, false)
  const seen: string[] = []
  for await (const { title } of pageNews(client, { text: 'harbour', limit: 50 })) seen.push(title)
  expect(seen).toEqual(many.map(({ title }) => title))
})

test('who can name none of the symbols is not asked for news about anybody', async () => {
  const { client, asked } = await open(venues.alpaca ?? expect.fail(), articles)
  await expect(client.getNews({ symbols: ['index:SPX'] })).rejects.toMatchObject({ code: 'UNSUPPORTED' })
  expect(asked).toHaveLength(0)
})
