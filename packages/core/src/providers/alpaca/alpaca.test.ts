import { describe, expect, test } from 'vitest'
import { type HttpRequest, HttpResponse } from '../../provider/index.ts'
import { describeProvider } from '../../testing/index.ts'
import { readRecordings } from '../../testing/recordings.ts'
import { sampleQuery } from '../../testing/sample-query.ts'
import { alpaca } from './alpaca.ts'
import { fromAlpaca } from './symbols.ts'

const keys = { keyId: 'an-id', secretKey: 'a-secret-key' }
const article = {
  id: 1,
  headline: 'Acme rises',
  summary: '<p>On results</p>',
  url: 'https://example.com/a',
  source: 'benzinga',
  author: 'B. Writer',
  created_at: '2026-01-05T10:00:00Z',
  images: [],
  symbols: ['ACME', 'BTCUSD'],
}

describeProvider('alpaca', {
  create: () => alpaca(keys),
  secret: keys.secretKey,
  answers: { getNews: { news: [article], next_page_token: null } },
  instruments: ['equity:BRK.B', 'crypto:BTC/USD'],
})

test('news names pairs without a separator', () => {
  expect(fromAlpaca('BTCUSD')).toMatchObject({ id: 'crypto:BTC/USD' })
})

describe('recorded answers', () => {
  const provider = alpaca(keys)
  const query = { ...sampleQuery(provider, 'getNews'), text: undefined }
  test.each(readRecordings('alpaca').filter(({ url }) => url.pathname.endsWith('/news')))(
    '$name is read',
    ({ response }) => {
      for (const item of provider.getNews.parse(response, query)) expect(item.provider).toBe('alpaca')
    },
  )
})

test('further pages are asked for until the limit is reached, and no longer', () => {
  const { getNews } = alpaca(keys)
  const query = { ...sampleQuery(alpaca(keys), 'getNews'), limit: 120 }
  const answer = new HttpResponse({
    status: 200,
    text: JSON.stringify({ news: [], next_page_token: 'more' }),
  })
  const sizes: (string | null)[] = []
  let request: HttpRequest | undefined = getNews.request(query)
  while (request && sizes.length < 10) {
    sizes.push(new URL(request.url).searchParams.get('limit'))
    request = getNews.next(answer, query, request)
  }
  expect(sizes).toEqual(['50', '50', '20'])
})
