import { expect, test } from 'vitest'
import { HttpResponse } from '../../provider/index.ts'
import { describeProvider } from '../../testing/index.ts'
import { loadProvider } from '../../testing/load-provider.ts'
import { sampleQuery } from '../../testing/sample-query.ts'
import { financialTimes } from './financialTimes.ts'

const answer = {
  results: [
    {
      indexCount: 1,
      results: [
        {
          id: 'b0e1',
          title: { title: 'Acme raises outlook' },
          lifecycle: {
            initialPublishDateTime: '2026-01-05T09:00:00Z',
            lastPublishDateTime: '2026-01-05T10:00:00Z',
          },
          location: { uri: 'https://www.ft.com/content/b0e1' },
          summary: { excerpt: 'Acme raised its outlook...' },
          editorial: { byline: 'A. Writer' },
        },
      ],
    },
  ],
}

describeProvider('financial-times', {
  create: () => financialTimes({ apiKey: 'a-secret-key' }),
  secret: 'a-secret-key',
  answers: { getNews: answer },
})

test('a headline carries its excerpt, marked as cut', async () => {
  const provider = await loadProvider(financialTimes({ apiKey: 'a-secret-key' }))
  const query = { ...sampleQuery(provider, 'getNews'), start: undefined, end: undefined }
  const items = provider.getNews.parse(new HttpResponse({ status: 200, text: JSON.stringify(answer) }), query)
  expect(items).toMatchObject([
    { title: 'Acme raises outlook', truncated: true, author: 'A. Writer', source: 'Financial Times' },
  ])
})

test('a limit over 100 is asked for in pages, until the results end', async () => {
  const { getNews } = await loadProvider(financialTimes({ apiKey: 'a-secret-key' }))
  const query = { ...sampleQuery(financialTimes({ apiKey: 'a-secret-key' }), 'getNews'), limit: 300 }
  const response = new HttpResponse({
    status: 200,
    text: JSON.stringify({ results: [{ ...answer.results[0], indexCount: 150 }] }),
  })
  const second = getNews.next(response, query, getNews.request(query))
  expect(JSON.parse(second?.body ?? '')).toMatchObject({ resultContext: { offset: 100, maxResults: 100 } })
  expect(second && getNews.next(response, query, second)).toBeUndefined()
})
