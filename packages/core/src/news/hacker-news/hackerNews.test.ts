import { expect, test } from 'vitest'
import { HttpResponse } from '../../provider/index.ts'
import { describeProvider } from '../../testing/index.ts'
import { loadProvider } from '../../testing/load-provider.ts'
import { sampleQuery } from '../../testing/sample-query.ts'
import { hackerNews } from './hackerNews.ts'

const hit = {
  title: 'Show: a chart',
  url: null,
  created_at_i: 1_767_600_000,
  author: 'someone',
  objectID: '42',
  story_text: null,
}

describeProvider('hacker-news', { create: () => hackerNews(), answers: { getNews: { hits: [hit] } } })

test('a post without a link leads to its discussion', async () => {
  const provider = await loadProvider(hackerNews())
  const query = { ...sampleQuery(provider, 'getNews'), start: undefined, end: undefined }
  const [item] = provider.getNews.parse(
    new HttpResponse({ status: 200, text: JSON.stringify({ hits: [hit] }) }),
    query,
  )
  expect(item).toMatchObject({ url: 'https://news.ycombinator.com/item?id=42', time: 1_767_600_000_000 })
})
