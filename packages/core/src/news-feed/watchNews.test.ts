import { afterEach, describe, expect, test } from 'vitest'
import { createClient } from '../client/createClient.ts'
import { rss } from '../news/rss/rss.ts'
import { createFakeVenue } from '../testing/fake-venue.ts'
import { collectNews } from './collectNews.ts'
import { pageNews } from './pageNews.ts'
import { watchNews } from './watchNews.ts'

const entry = (n: number) =>
  `<item><title>Headline ${n} on subject ${n * 13} of the day</title><link>https://example.com/${n}</link><pubDate>${new Date(Date.UTC(2026, 0, 1) + n * 3_600_000).toUTCString()}</pubDate></item>`
const feed = (from: number, to: number) =>
  `<rss version="2.0"><channel><title>Fake</title>${Array.from({ length: to - from }, (_, i) => entry(from + i)).join('')}</channel></rss>`

const closing: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function serve(answer: () => { status?: number; text: string }) {
  const venue = await createFakeVenue([() => answer()])
  closing.push(() => venue.close())
  return venue.url
}

describe('collectNews', () => {
  test('a source that fails is told and loses nothing of the others', async () => {
    const good = await serve(() => ({ text: feed(0, 3) }))
    const bad = await serve(() => ({ text: '<html><body>Blocked</body></html>' }))
    const client = createClient({
      providers: [rss({ url: `${good}/a`, id: 'good' }), rss({ url: `${bad}/b`, id: 'bad' })],
    })
    closing.push(() => client.close())
    const { items, failures } = await collectNews(client)
    expect(items.map(({ title }) => title.slice(0, 10))).toEqual(['Headline 2', 'Headline 1', 'Headline 0'])
    expect(failures).toMatchObject([{ provider: 'bad', error: { code: 'VALIDATION' } }])
  })
})

describe('pageNews', () => {
  test('pages go back in time without gap or repetition', async () => {
    const url = await serve(() => ({ text: feed(0, 57) }))
    const client = createClient({ providers: [rss({ url: `${url}/a`, id: 'good' })] })
    closing.push(() => client.close())
    const titles: string[] = []
    for await (const item of pageNews(client, { limit: 10 })) titles.push(item.title)
    expect(titles).toHaveLength(57)
    expect(new Set(titles).size).toBe(57)
  })
})

describe('watchNews', () => {
  test('each story comes once, oldest first, and a failing round only delays', async () => {
    let round = 0
    const url = await serve(() => {
      round++
      return round === 2 ? { status: 400, text: 'bad' } : { text: feed(0, round === 1 ? 2 : 4) }
    })
    const client = createClient({ providers: [rss({ url: `${url}/a`, id: 'good' })] })
    closing.push(() => client.close())
    const failed: string[] = []
    const seen: string[] = []
    const stop = new AbortController()
    const news = watchNews(client, {
      everyMs: 5,
      signal: stop.signal,
      onFailure: (list) => failed.push(...list.map(({ provider }) => provider)),
    })
    for await (const { title } of news) {
      seen.push(title.slice(9, 10))
      if (seen.length === 4) stop.abort()
    }
    expect(seen).toEqual(['0', '1', '2', '3'])
    expect(failed).toEqual(['good'])
  })
})
