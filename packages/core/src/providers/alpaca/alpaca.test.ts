import { describe, expect, test } from 'vitest'
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
