import { afterEach, describe, expect, test } from 'vitest'
import { createClient } from '../client/createClient.ts'
import { BadRequestError, RateLimitError } from '../errors/index.ts'
import { systemClock } from '../http/clock.ts'
import type { NewsItem } from '../market/index.ts'
import { rss } from '../news/rss/rss.ts'
import { defineProvider } from '../provider/index.ts'
import { matching } from '../provider/news/matches.ts'
import { plainSymbols } from '../provider/news/plainSymbols.ts'
import { toNewsItem } from '../provider/news/toNewsItem.ts'
import { fakeClock } from '../testing/fake-clock.ts'
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

  test('what is no client is told as such', async () => {
    const client = createClient({ providers: [rss({ url: 'https://example.com' })] })
    closing.push(() => client.close())
    await expect(collectNews({ ...client })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      parameter: 'client',
    })
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

/** A client whose only source answers from a list that a test may change. */
function clientOf(items: () => NewsItem[], asked: { end: number | undefined; limit: number }[] = []) {
  const provider = defineProvider({
    id: 'listed',
    title: 'Listed',
    symbols: plainSymbols,
    getNews: {
      answer: (query) => {
        asked.push({ end: query.end, limit: query.limit })
        return matching(items(), query)
      },
    },
  })
  const client = createClient({ providers: [provider] })
  closing.push(() => client.close())
  return client
}

const dawn = Date.UTC(2026, 0, 1)
function story(n: number, time: number, title = `Headline ${n} on subject ${n * 13} of the day`): NewsItem {
  const url = `https://example.com/${n}`
  const item = toNewsItem({ provider: 'listed', source: 'Listed', time, title, url })
  if (!item) throw new Error('An item was made.')
  return item
}

describe('pages of one instant', () => {
  test('more items of one millisecond than a page holds neither end the walk nor repeat', async () => {
    const items = Array.from({ length: 70 }, (_, n) => story(n, dawn + (n < 30 ? n : n < 60 ? 30 : n)))
    const asked: { end: number | undefined; limit: number }[] = []
    const ids: string[] = []
    for await (const { id } of pageNews(
      clientOf(() => items, asked),
      { limit: 10 },
    ))
      ids.push(id)
    expect(new Set(ids).size).toBe(70)
    expect(ids).toHaveLength(70)
    expect(asked.length).toBeLessThan(20)
  })

  test('copies that fill a page do not end the walk', async () => {
    const copies = Array.from({ length: 30 }, (_, n) =>
      story(n, dawn + 100 + n, 'Acme raises outlook for the year'),
    )
    const found: string[] = []
    for await (const { title } of pageNews(
      clientOf(() => [...copies, story(99, dawn)]),
      { limit: 10 },
    ))
      found.push(title.slice(0, 11))
    expect(found).toEqual(['Acme raises', 'Headline 99'])
  })

  test('a source that cannot look back gives its page once and no more', async () => {
    const provider = defineProvider({
      id: 'now',
      title: 'Now',
      symbols: plainSymbols,
      getNews: { answer: ({ limit }) => [3, 2, 1].map((n) => story(n, dawn + n)).slice(0, limit) },
    })
    const client = createClient({ providers: [provider] })
    closing.push(() => client.close())
    const ids: string[] = []
    for await (const { id } of pageNews(client, { limit: 3 })) ids.push(id)
    expect(ids).toHaveLength(3)
  })
})

describe('watchNews', () => {
  test('a text that its source changes comes again as a correction, once', async () => {
    let round = 0
    const client = clientOf(() => {
      round++
      const title = round < 3 ? 'Acme cuts outlook by 30 %' : 'Correction: Acme cuts outlook by 3 %'
      const last = round > 5 ? [story(2, dawn + 9_000)] : []
      return [story(1, round < 3 ? dawn : dawn + 60_000, title), ...last]
    })
    const stop = new AbortController()
    const seen: [title: string, isCorrection: boolean][] = []
    for await (const { title, isCorrection } of watchNews(client, { everyMs: 2, signal: stop.signal })) {
      seen.push([title.slice(0, 10), isCorrection])
      if (seen.length === 3) stop.abort()
    }
    expect(seen).toEqual([
      ['Acme cuts ', false],
      ['Correction', true],
      ['Headline 2', false],
    ])
  })

  test('a copy that arrives in a later round is no news; old items that a feed keeps listing are not either', async () => {
    let round = 0
    const title = 'Acme raises full-year outlook after record quarter'
    const kept = story(1, dawn - 40 * 86_400_000)
    const client = clientOf(() => {
      round++
      const copy = round > 1 ? [story(3, dawn + 5_000, title)] : []
      const last = round > 3 ? [story(4, dawn + 9_000)] : []
      return [kept, story(2, dawn, title), ...copy, ...last]
    })
    const stop = new AbortController()
    const seen: string[] = []
    for await (const { url } of watchNews(client, { everyMs: 2, signal: stop.signal })) {
      seen.push(url.slice(-1))
      if (url.endsWith('4')) stop.abort()
    }
    expect(seen).toEqual(['1', '2', '4'])
  })

  test('nothing comes after the signal is aborted, in the middle of a round or of a pause', async () => {
    const stop = new AbortController()
    const seen: string[] = []
    const client = clientOf(() => [1, 2, 3].map((n) => story(n, dawn + n)))
    for await (const { url } of watchNews(client, { everyMs: 60_000, signal: stop.signal })) {
      seen.push(url)
      if (seen.length === 2) stop.abort()
    }
    expect(seen).toHaveLength(2)
    const later = new AbortController()
    const pausing = watchNews(
      clientOf(() => []),
      { everyMs: 60_000, signal: later.signal },
    ).next()
    setTimeout(() => later.abort(), 20)
    expect(await pausing).toEqual({ done: true, value: undefined })
  })

  test('pauses double while nothing answers, up to the longest, and a retry time that is told holds', async () => {
    const errors = [0, 0, 0, 7_000].map((retryAfterMs) =>
      retryAfterMs
        ? new RateLimitError('Later.', { provider: 'listed', retryAfterMs })
        : new BadRequestError('No.', { provider: 'listed' }),
    )
    const stop = new AbortController()
    const pauses: number[] = []
    const clock = {
      ...systemClock,
      schedule(ms: number, run: () => void) {
        pauses.push(ms)
        if (pauses.length === 4) stop.abort()
        return systemClock.schedule(0, run)
      },
    }
    const client = clientOf(() => {
      throw errors.shift() ?? new Error('Asked too often.')
    })
    const options = { everyMs: 1_000, longestPauseMs: 3_000, clock, signal: stop.signal }
    for await (const item of watchNews(client, options)) expect(item).toBeUndefined()
    expect(pauses).toEqual([2_000, 3_000, 3_000, 7_000])
  })

  test('a source that wants silence for years is not asked again at once', async () => {
    const stop = new AbortController()
    const pauses: number[] = []
    const clock = {
      ...systemClock,
      schedule(ms: number, run: () => void) {
        pauses.push(ms)
        setTimeout(() => stop.abort())
        return systemClock.schedule(ms, run)
      },
    }
    const client = clientOf(() => {
      throw new RateLimitError('Later.', { provider: 'listed', retryAfterMs: 1e12 })
    })
    for await (const item of watchNews(client, { clock, signal: stop.signal })) expect(item).toBeUndefined()
    // Node ends a timer of 2^31 ms or more after one.
    expect(pauses).toEqual([2 ** 31 - 1])
  })

  test('a client that is closed during a pause ends the stream, and no timer stays', async () => {
    const clock = fakeClock(dawn)
    const client = createClient({
      providers: [rss({ url: 'https://example.com/feed' })],
      clock,
      fetch: async () => new Response(feed(0, 1)),
    })
    const news = watchNews(client, { everyMs: 60_000 })
    expect(await news.next()).toMatchObject({ done: false })
    const second = news.next()
    await clock.advance(1_000)
    expect(clock.pending).toBe(1)
    await client.close()
    expect(await second).toEqual({ done: true, value: undefined })
    expect(clock.pending).toBe(0)
  })

  test.each([429, 503])(
    'a feed that answers %i is asked again when its Retry-After is over, and not before',
    async (status) => {
      const clock = fakeClock(dawn)
      const asked: number[] = []
      const fetch = async () => {
        asked.push((clock.now() - dawn) / 1_000)
        return asked.length === 1
          ? new Response('', { status, headers: { 'retry-after': '300' } })
          : new Response(feed(0, 1))
      }
      const client = createClient({ providers: [rss({ url: 'https://example.com/feed' })], clock, fetch })
      closing.push(() => client.close())
      const stop = new AbortController()
      const failed: string[] = []
      const news = watchNews(client, {
        everyMs: 60_000,
        signal: stop.signal,
        onFailure: (list) => failed.push(...list.map(({ error }) => error.code)),
      })
      const first = news.next()
      await clock.advance(299_000)
      expect(asked).toEqual([0])
      await clock.advance(2_000)
      expect(await first).toMatchObject({ value: { title: expect.stringContaining('Headline 0') } })
      expect(asked).toEqual([0, 300])
      expect(failed).toEqual([status === 429 ? 'RATE_LIMITED' : 'UPSTREAM'])
      stop.abort()
    },
  )

  test('a feed that wants silence is left alone while another goes on, one that is slow holds nothing back for ever', async () => {
    const clock = fakeClock(dawn)
    const asked: Record<string, number[]> = { '/busy': [], '/slow': [], '/good': [] }
    const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
      const { pathname } = new URL(String(input))
      asked[pathname]?.push((clock.now() - dawn) / 1_000)
      if (pathname === '/busy') return new Response('', { status: 503, headers: { 'retry-after': '600' } })
      if (pathname === '/slow')
        return new Promise<Response>((_, reject) =>
          init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
        )
      return new Response(feed(0, asked['/good']?.length ?? 0))
    }
    const providers = ['busy', 'slow', 'good'].map((id) => rss({ url: `https://example.com/${id}`, id }))
    const client = createClient({ providers, clock, fetch })
    closing.push(() => client.close())
    const stop = new AbortController()
    const seen: string[] = []
    const done = (async () => {
      for await (const { title } of watchNews(client, {
        everyMs: 60_000,
        timeoutMs: 5_000,
        signal: stop.signal,
      }))
        seen.push(title.slice(9, 10))
    })()
    await clock.advance(200_000)
    expect(seen).toEqual(['0', '1', '2', '3'])
    expect(asked['/good']).toEqual([0, 65, 130, 195])
    expect(asked['/busy']).toEqual([0])
    stop.abort()
    await done
    expect(clock.pending).toBe(0)
  })

  test('a feed that flaps tells each story once, and a round that answers ends the longer pauses', async () => {
    const clock = fakeClock(dawn)
    const asked: number[] = []
    const fetch = async () => {
      asked.push((clock.now() - dawn) / 1_000)
      const round = asked.length
      return round % 2 === 0 ? new Response('gone', { status: 400 }) : new Response(feed(0, round))
    }
    const client = createClient({ providers: [rss({ url: 'https://example.com/feed' })], clock, fetch })
    closing.push(() => client.close())
    const stop = new AbortController()
    const seen: string[] = []
    const done = (async () => {
      for await (const { title } of watchNews(client, { everyMs: 60_000, signal: stop.signal }))
        seen.push(title.slice(9, 10))
    })()
    await clock.advance(400_000)
    expect(asked).toEqual([0, 60, 180, 240, 360])
    expect(seen).toEqual(['0', '1', '2', '3', '4'])
    stop.abort()
    await done
    expect(clock.pending).toBe(0)
  })

  test.each([{ everyMs: 0 }, { everyMs: Number.NaN }, { longestPauseMs: -1 }])(
    'a pause that is none is refused: %j',
    async (options) => {
      const news = watchNews(
        clientOf(() => []),
        options,
      )
      await expect(news.next()).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    },
  )

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
