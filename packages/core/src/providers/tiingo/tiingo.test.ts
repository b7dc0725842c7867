import { describe, expect, test } from 'vitest'
import { describeProvider } from '../../testing/index.ts'
import { readRecordings } from '../../testing/recordings.ts'
import { sampleQuery } from '../../testing/sample-query.ts'
import { tiingo } from './tiingo.ts'

const article = {
  id: 1,
  title: 'Acme rises',
  description: 'On results',
  url: 'https://example.com/a',
  source: 'example.com',
  publishedDate: '2026-01-05T10:00:00Z',
  tickers: ['acme', 'btcusd'],
}

describeProvider('tiingo', {
  create: () => tiingo({ apiKey: 'a-secret-key' }),
  secret: 'a-secret-key',
  answers: { getNews: [article] },
  instruments: ['equity:BRK.B', 'crypto:BTC/USD'],
})

describe('recorded answers', () => {
  const provider = tiingo({ apiKey: 'a-secret-key' })
  const query = { ...sampleQuery(provider, 'getNews'), text: undefined, start: undefined, end: undefined }
  test.each(readRecordings('tiingo').filter(({ name }) => name === 'tiingo/news.json'))(
    '$name is read',
    ({ response }) => {
      expect(provider.getNews.parse(response, query)).toMatchObject([
        {
          source: 'cnbc.com',
          instruments: expect.arrayContaining([expect.objectContaining({ id: 'equity:AAPL' })]),
        },
      ])
    },
  )
})
