import { afterEach, describe, expect, test } from 'vitest'
import { createClient } from '../../client/createClient.ts'
import { HttpResponse } from '../../provider/index.ts'
import { createFakeVenue, describeProvider } from '../../testing/index.ts'
import { loadProvider } from '../../testing/load-provider.ts'
import { hasRecordings, readRecordings } from '../../testing/recordings.ts'
import { sampleQuery } from '../../testing/sample-query.ts'
import { reddit } from './reddit.ts'
import { tokenFlow } from './tokenFlow.ts'

const secrets = { clientId: 'an-app', clientSecret: 'a-secret-key', userAgent: 'node:test:1 (by /u/test)' }
const post = {
  title: 'DD on ACME',
  selftext: 'To the moon',
  permalink: '/r/stocks/comments/1/dd/',
  created_utc: 1_767_600_000.0,
  subreddit: 'stocks',
  author: 'someone',
}
const listing = {
  kind: 'Listing',
  data: {
    children: [
      { kind: 't3', data: post },
      { kind: 't1', data: { body: 'a comment' } },
    ],
    after: null,
  },
}

describeProvider('reddit', {
  create: () => reddit(secrets),
  secret: secrets.clientSecret,
  answers: { getNews: listing },
})

const closing: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A venue that issues tokens, and whose answers say how many requests are left. */
async function fakeReddit(remaining: () => number) {
  let issued = 0
  const venue = await createFakeVenue([
    ({ url, headers, body }) => {
      if (url.pathname !== '/api/v1/access_token') return undefined
      if (
        headers.authorization !== `Basic ${btoa('an-app:a-secret-key')}` ||
        body !== 'grant_type=client_credentials'
      )
        return { status: 401, json: { error: 401 } }
      issued++
      return { json: { access_token: `token-${issued}`, token_type: 'bearer', expires_in: 3600, scope: '*' } }
    },
    ({ headers }) =>
      headers.authorization === `Bearer token-${issued}`
        ? {
            json: listing,
            headers: { 'x-ratelimit-remaining': String(remaining()), 'x-ratelimit-reset': '300' },
          }
        : { status: 401, json: { message: 'Unauthorized', error: 401 } },
  ])
  closing.push(() => venue.close())
  const client = createClient({ providers: [reddit({ ...secrets, baseUrl: venue.url, authUrl: venue.url })] })
  closing.push(() => client.close())
  return { venue, client }
}

test('a limit over 100 follows the listing from page to page, not past the start of the question', async () => {
  const { getNews } = await loadProvider(reddit(secrets))
  const query = { ...sampleQuery(reddit(secrets), 'getNews'), limit: 150, start: undefined }
  const page = (after: string | null) =>
    new HttpResponse({ status: 200, text: JSON.stringify({ ...listing, data: { ...listing.data, after } }) })
  const second = getNews.next(page('t3_x'), query, getNews.request(query, { token: 't' }))
  expect(second?.url).toMatch(/limit=100.*after=t3_x/)
  expect(second && getNews.next(page('t3_y'), query, second)).toBeUndefined()
  expect(getNews.next(page(null), query, getNews.request(query, { token: 't' }))).toBeUndefined()
  const recent = { ...query, start: post.created_utc * 1000 + 1 }
  expect(getNews.next(page('t3_x'), recent, getNews.request(recent, { token: 't' }))).toBeUndefined()
})

test('the app token is fetched once and used for every question', async () => {
  const { venue, client } = await fakeReddit(() => 900)
  await client.getNews({ text: 'acme' })
  const [item] = await client.getNews({ text: 'other' })
  expect(item).toMatchObject({ title: 'DD on ACME', source: 'r/stocks', time: 1_767_600_000_000 })
  expect(venue.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
})

test('a token that ends between two pages is replaced, and the question asked from its beginning', async () => {
  const pages: string[] = []
  let isRevoked = false
  const venue = await createFakeVenue([
    ({ url }) =>
      url.pathname === '/api/v1/access_token'
        ? { json: { access_token: isRevoked ? 'second' : 'first', token_type: 'bearer', expires_in: 3600 } }
        : undefined,
    ({ url, headers }) => {
      const after = url.searchParams.get('after')
      pages.push(`${headers.authorization} ${after}`)
      if (headers.authorization === 'Bearer first' && after) {
        isRevoked = true
        return { status: 401, json: { message: 'Unauthorized', error: 401 } }
      }
      const permalink = `/r/stocks/comments/${after ?? 'newest'}/`
      const children = [{ kind: 't3', data: { ...post, permalink, title: `DD on ${after}` } }]
      return { json: { kind: 'Listing', data: { children, after: after ? null : 't3_x' } } }
    },
  ])
  closing.push(() => venue.close())
  const client = createClient({ providers: [reddit({ ...secrets, baseUrl: venue.url, authUrl: venue.url })] })
  closing.push(() => client.close())
  expect(await client.getNews({ text: 'acme', limit: 150 })).toHaveLength(2)
  expect(pages).toEqual([
    'Bearer first null',
    'Bearer first t3_x',
    'Bearer second null',
    'Bearer second t3_x',
  ])
})

test('when the headers say that no request is left, the next one waits or is refused, and nothing is sent', async () => {
  const { venue, client } = await fakeReddit(() => 0)
  await client.getNews({ text: 'acme' })
  const sent = venue.requests.length
  await expect(client.getNews({ text: 'other', timeoutMs: 300 })).rejects.toMatchObject({
    code: 'RATE_LIMITED',
  })
  expect(venue.requests).toHaveLength(sent)
})

describe.runIf(hasRecordings)('recorded answers', async () => {
  const provider = await loadProvider(reddit(secrets))
  const query = { ...sampleQuery(provider, 'getNews'), start: undefined, end: undefined, limit: 100 }
  const recordings = readRecordings('reddit').filter(({ url }) => !url.pathname.includes('access_token'))
  test.each(recordings)('$name is a list of posts or a typed error', ({ response }) => {
    let outcome: unknown
    try {
      outcome = provider.getNews.parse(response, query)
    } catch (error) {
      outcome = error
    }
    if (!Array.isArray(outcome)) expect(outcome).toMatchObject({ code: expect.any(String) })
    else
      for (const item of outcome)
        expect(item).toMatchObject({ title: expect.any(String), url: expect.stringMatching(/^https:/) })
  })
})

test('an id and a secret of any letters are sent as UTF-8', () => {
  const { value } = tokenFlow('https://example.com', 'an-app', 'sécret-€', 'test').steps().next()
  const [, encoded = ''] = /Basic ([^"]+)/.exec(JSON.stringify(value)) ?? []
  expect(Buffer.from(encoded, 'base64').toString()).toBe('an-app:sécret-€')
})
