import { expect, test } from 'vitest'
import { createClient } from '../client/createClient.ts'
import { alphaVantage } from '../providers/alpha-vantage/index.ts'
import { massive } from '../providers/massive/index.ts'
import { yahoo } from '../providers/yahoo/index.ts'
import { createFakeAlphaVantage } from './fake-alpha-vantage.ts'
import { createFakeMassive } from './fake-massive.ts'
import { createFakeVenue, type Fault } from './fake-venue.ts'
import { createFakeYahoo } from './fake-yahoo.ts'

const range = { symbol: 'AAPL', interval: '1d', start: '2024-05-01', end: '2024-06-10' } as const

const venues = [
  {
    name: 'Yahoo',
    open: async () => {
      const venue = await createFakeYahoo()
      return { venue, client: createClient({ providers: [yahoo(venue.options)] }) }
    },
  },
  {
    name: 'Massive',
    open: async () => {
      const venue = await createFakeMassive()
      return { venue, client: createClient({ providers: [massive(venue.options)] }) }
    },
  },
  {
    name: 'Alpha Vantage',
    open: async () => {
      const venue = await createFakeAlphaVantage()
      return { venue, client: createClient({ providers: [alphaVantage(venue.options)] }) }
    },
  },
]

const faults: readonly { fault: Fault; code: RegExp }[] = [
  { fault: { kind: 'status', status: 401, text: '{}' }, code: /INVALID_KEY/ },
  { fault: { kind: 'status', status: 429, headers: { 'retry-after': '60' } }, code: /RATE_LIMITED/ },
  // What is asked again ends with its time, or with what its venue may be asked in it.
  { fault: { kind: 'status', status: 500 }, code: /UPSTREAM|TIMEOUT|RATE_LIMITED/ },
  { fault: { kind: 'silence' }, code: /TIMEOUT/ },
  { fault: { kind: 'reset' }, code: /NETWORK|TIMEOUT|RATE_LIMITED/ },
  { fault: { kind: 'html' }, code: /VALIDATION|UPSTREAM/ },
  { fault: { kind: 'truncated' }, code: /VALIDATION/ },
  { fault: { kind: 'empty' }, code: /VALIDATION|UPSTREAM/ },
]

test.each(venues)('$name answers with its own market, the same for the same seed', async ({ open }) => {
  const { venue, client } = await open()
  await using _closed = venue
  const bars = await client.getBars(range)
  const truth = venue.market.bars('AAPL', '1d', Date.UTC(2024, 4, 1), Date.UTC(2024, 5, 11))
  expect([...bars.close]).toEqual(truth.map(({ close }) => close))
})

for (const { name, open } of venues) {
  test.each(faults)(`${name} with $fault.kind $fault.status is a typed error`, async ({ fault, code }) => {
    const { venue, client } = await open()
    await using _closed = venue
    venue.fail(fault)
    // Garbage is not asked for again, so its deadline does not matter; the others are, up to theirs.
    const timeoutMs = /VALIDATION/.test(code.source) ? 10_000 : 400
    await expect(client.getBars({ ...range, timeoutMs })).rejects.toMatchObject({
      code: expect.stringMatching(code),
    })
  })
}

test.each(venues.slice(0, 2))(
  '$name with bars twice, out of order, or NaN is VALIDATION',
  async ({ open }) => {
    for (const kind of ['duplicates', 'unordered', 'nan'] as const) {
      const { venue, client } = await open()
      await using _closed = venue
      venue.fail({ kind })
      await expect(client.getBars(range)).rejects.toMatchObject({ code: 'VALIDATION' })
    }
  },
)

test('a fault ends after the times that were ordered, and only strikes the path that was named', async () => {
  await using venue = await createFakeVenue([({ url }) => ({ json: { path: url.pathname } })])
  venue.fail({ kind: 'status', status: 503 }, { times: 1, path: /^\/a/ })
  const status = async (path: string) => (await fetch(venue.url + path)).status
  expect([await status('/b'), await status('/a'), await status('/a')]).toEqual([200, 503, 200])
  expect(venue.requests.map(({ url }) => url.pathname)).toEqual(['/b', '/a', '/a'])
})
