import { expect, test } from 'vitest'
import { financialTimesNotifications } from '../news/financial-times/notifications.ts'
import { HttpResponse } from '../provider/index.ts'
import { createFakeVenue } from '../testing/fake-venue.ts'
import { followNotifications } from './followNotifications.ts'

const operation = financialTimesNotifications({ apiKey: 'a-secret-key' })
const query = { since: Date.UTC(2026, 0, 5, 10) }
const answer = (body: unknown, status = 200) => new HttpResponse({ status, text: JSON.stringify(body) })
const change = (type: string, uuid: string) => ({
  type: `http://www.ft.com/thing/ThingChangeType/${type}`,
  id: `http://www.ft.com/thing/${uuid}`,
  apiUrl: `http://api.ft.com/content/${uuid}`,
})
const next = (href: string) => [{ href, rel: 'next' }]

test('the key goes in a header, the instant in the address', () => {
  const { url, headers } = operation.request(query)
  expect(new URL(url).searchParams.get('since')).toBe('2026-01-05T10:00:00.000Z')
  expect(url).not.toContain('a-secret-key')
  expect(headers).toEqual({ 'x-api-key': 'a-secret-key' })
})

test('articles that changed or were taken down are told by id and address', () => {
  const page = answer({
    notifications: [change('UPDATE', 'b0e1'), change('DELETE', 'b0e2'), change('ANNOTATE', 'b0e3')],
    links: next('http://api.ft.com/content/notifications?since=later'),
  })
  expect(operation.parse(page)).toEqual({
    notifications: [
      { id: 'b0e1', change: 'updated', url: 'https://www.ft.com/content/b0e1' },
      { id: 'b0e2', change: 'deleted', url: 'https://www.ft.com/content/b0e2' },
      { id: 'b0e3', change: 'other', url: 'https://www.ft.com/content/b0e3' },
    ],
    nextUrl: 'https://api.ft.com/content/notifications?since=later',
  })
})

test('pages are followed while they hold something, and never to another host', () => {
  const first = operation.request(query)
  const notifications = [change('UPDATE', 'b0e1')]
  const later = 'https://api.ft.com/content/notifications?since=later'
  expect(operation.next(answer({ notifications, links: next(later) }), query, first)).toEqual({
    ...first,
    url: later,
  })
  expect(operation.next(answer({ notifications: [], links: next(later) }), query, first)).toBeUndefined()
  expect(operation.next(answer({ notifications, links: next(first.url) }), query, first)).toBeUndefined()
  const elsewhere = answer({ notifications, links: next('https://evil.example/content/notifications') })
  expect(operation.next(elsewhere, query, first)).toBeUndefined()
})

test.each([
  [401, {}, 'INVALID_KEY'],
  [403, {}, 'NOT_ENTITLED'],
  [429, {}, 'RATE_LIMITED'],
  [200, { notifications: 'none' }, 'VALIDATION'],
])('HTTP %i with %j is %s', (status, body, code) => {
  expect(() => operation.parse(answer(body, status))).toThrow(expect.objectContaining({ code }))
})

test('pages are walked over HTTP to the empty one, each with the key', async () => {
  const venue = await createFakeVenue([
    ({ url, headers }) => {
      if (headers['x-api-key'] !== 'a-secret-key') return { status: 401, json: {} }
      const isFirst = url.searchParams.get('since') !== 'later'
      return {
        json: {
          notifications: isFirst ? [change('DELETE', 'b0e2')] : [],
          links: next('/content/notifications?since=later'),
        },
      }
    },
  ])
  const changes: string[] = []
  try {
    const pages = followNotifications({ apiKey: 'a-secret-key', baseUrl: venue.url, since: query.since })
    for await (const { notifications } of pages) changes.push(...notifications.map(({ change }) => change))
  } finally {
    await venue.close()
  }
  expect(changes).toEqual(['deleted'])
  expect(venue.requests).toHaveLength(2)
})

test('a venue that is silent is a time-out', async () => {
  const fetch = () => new Promise<Response>(() => {})
  const pages = followNotifications({ apiKey: 'a-secret-key', since: query.since, timeoutMs: 20, fetch })
  await expect(pages.next()).rejects.toMatchObject({ code: 'TIMEOUT' })
})
