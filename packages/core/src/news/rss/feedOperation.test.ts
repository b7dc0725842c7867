import { expect, test } from 'vitest'
import { HttpResponse } from '../../provider/index.ts'
import { feedOperation } from './feedOperation.ts'
import { rss } from './rss.ts'

const now = Date.UTC(2026, 0, 5, 10)
const hour = 3_600_000

function timeOf(date: string, built = ''): number | undefined {
  const text = `<rss><channel>${built && `<lastBuildDate>${built}</lastBuildDate>`}<item><title>A</title><link>https://e.com/1</link><pubDate>${date}</pubDate></item></channel></rss>`
  const operation = feedOperation({
    id: 'test',
    url: 'https://e.com/feed',
    title: undefined,
    userAgent: undefined,
  })
  const query = {
    text: undefined,
    instruments: [],
    symbols: [],
    start: undefined,
    end: undefined,
    limit: 20,
    now,
  }
  return operation.parse(new HttpResponse({ status: 200, text }), query)[0]?.time
}

test('an entry without a date is as new as its feed, and one of a feed without a date as the answer', () => {
  expect(timeOf('', 'Mon, 05 Jan 2026 08:00:00 GMT')).toBe(now - 2 * hour)
  expect(timeOf('')).toBe(now)
})

test('a date yet to come is none: it would stand before all other news until it comes', () => {
  expect(timeOf('Mon, 05 Jan 3026 08:00:00 GMT')).toBe(now)
  expect(timeOf('Mon, 05 Jan 3026 08:00:00 GMT', 'Mon, 05 Jan 2026 08:00:00 GMT')).toBe(now - 2 * hour)
})

test('a clock that runs ahead by hours, as with a wrong zone, is believed', () => {
  expect(timeOf('Mon, 05 Jan 2026 15:00:00 GMT')).toBe(now + 5 * hour)
})

test('a feed without an address is refused by name', () => {
  const options: { url: string } = JSON.parse('{}')
  expect(() => rss(options)).toThrow('"url" must be an http or https address, but is "undefined".')
})
