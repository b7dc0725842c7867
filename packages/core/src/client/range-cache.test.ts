import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createClient } from '../index.ts'
import { fakeClock } from '../testing/fake-clock.ts'
import { startVenue, venueProvider } from './test/venue.ts'

const minute = 60_000
const origin = Date.UTC(2024, 0, 2)

test('overlapping ranges are answered without gap or duplicate, and no bar is fetched twice', async () => {
  await using venue = await startVenue()
  const range = fc.record({ from: fc.integer({ min: 0, max: 60 }), length: fc.integer({ min: 1, max: 40 }) })
  await fc.assert(
    fc.asyncProperty(
      fc.array(range, { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      async (ranges, atOnce) => {
        venue.requests.length = 0
        const client = createClient({
          providers: [venueProvider(venue)],
          clock: fakeClock(origin + 86_400_000),
        })
        const call = async ({ from, length }: { from: number; length: number }) => {
          const start = origin + from * minute
          const bars = await client.getBars({
            symbol: 'A',
            interval: '1m',
            start,
            end: start + length * minute,
          })
          expect([...bars.time]).toEqual(Array.from({ length }, (_, i) => start + i * minute))
        }
        if (atOnce) await Promise.all(ranges.map(call))
        else for (const one of ranges) await call(one)
        const fetched = venue.requests.flatMap(({ searchParams }) => {
          const [from, to] = [Number(searchParams.get('start')), Number(searchParams.get('end'))]
          return Array.from({ length: (to - from) / minute }, (_, i) => from + i * minute)
        })
        expect(new Set(fetched).size).toBe(fetched.length)
        const needed = ranges.flatMap(({ from, length }) =>
          Array.from({ length }, (_, i) => origin + (from + i) * minute),
        )
        expect(new Set(fetched)).toEqual(new Set(needed))
      },
    ),
    { numRuns: 40 },
  )
})

test('bars that may still change are fetched again, settled ones are not', async () => {
  await using venue = await startVenue()
  const clock = fakeClock(origin + 600 * minute)
  const client = createClient({ providers: [venueProvider(venue)], clock })
  const call = () => client.getBars({ symbol: 'A', interval: '1m', start: origin, end: clock.now() + minute })
  const first = await call()
  expect(first.forming).toBe(true)
  await call()
  expect(venue.requests).toHaveLength(1)
  await clock.advance(30_000)
  await call()
  expect(venue.requests).toHaveLength(2)
  const asked = Number(venue.requests[1]?.searchParams.get('start'))
  expect(asked).toBeGreaterThan(origin + 590 * minute)
})

test('who asks beyond an answer that is still on its way is not given its half-made bar as whole', async () => {
  const clock = fakeClock(origin + 90_000)
  let release = () => {}
  let volume = 5
  await using venue = await startVenue((url, response) => {
    const [start, end] = [Number(url.searchParams.get('start')), Number(url.searchParams.get('end'))]
    const rows = [0, 1, 2]
      .map((index) => [origin + index * minute, 1, 1, 1, 1, volume])
      .filter(([time = 0]) => time >= start && time < end && time <= clock.now())
    const send = () => response.end(JSON.stringify({ rows }))
    // The first answer is made while the second bar forms, and arrives after it.
    if (venue.requests.length === 1) release = send
    else send()
  })
  const client = createClient({ providers: [venueProvider(venue)], clock })
  const call = (minutes: number) =>
    client.getBars({
      symbol: 'A',
      interval: '1m',
      start: origin,
      end: origin + minutes * minute,
      timeoutMs: 300_000,
    })
  const early = call(2)
  while (venue.requests.length === 0) await clock.advance(0)
  volume = 9
  await clock.advance(40_000)
  const late = call(3)
  while (venue.requests.length === 1) await clock.advance(0)
  release()
  expect([...(await early)].map(({ volume, closed }) => [volume, closed])).toEqual([
    [5, true],
    [5, false],
  ])
  expect([...(await late)].map(({ volume, closed }) => [volume, closed])).toEqual([
    [expect.any(Number), true],
    [9, true],
    [9, false],
  ])
})

test('an error is not remembered', async () => {
  await using venue = await startVenue((_url, response) => {
    response.writeHead(401).end('{}')
  })
  const client = createClient({ providers: [venueProvider(venue)] })
  const options = { symbol: 'A', interval: '1m', start: origin, end: origin + minute } as const
  await expect(client.getBars(options)).rejects.toMatchObject({ code: 'INVALID_KEY' })
  await expect(client.getBars(options)).rejects.toMatchObject({ code: 'INVALID_KEY' })
  expect(venue.requests).toHaveLength(2)
})

test('writing into an answer does not change the next one', async () => {
  await using venue = await startVenue()
  const client = createClient({ providers: [venueProvider(venue)] })
  const options = { symbol: 'A', interval: '1m', start: origin, end: origin + 3 * minute } as const
  const mine = await client.getBars(options)
  const expected = [...mine.close]
  mine.close.fill(0)
  const again = await client.getBars(options)
  again.close.fill(0)
  expect([...(await client.getBars(options)).close]).toEqual(expected)
  expect(venue.requests).toHaveLength(1)
})

test('memory is bounded: what was used least recently is forgotten', async () => {
  await using venue = await startVenue()
  const client = createClient({ providers: [venueProvider(venue)], cache: { maxBars: 25 } })
  const call = (symbol: string) =>
    client.getBars({ symbol, interval: '1m', start: origin, end: origin + 10 * minute })
  for (const symbol of ['A', 'B', 'A', 'C', 'A']) await call(symbol)
  expect(venue.requests).toHaveLength(3)
  await call('B')
  expect(venue.requests).toHaveLength(4)
})

test('daily bars of trading dates include both ends, in the exchange’s zone', async () => {
  await using venue = await startVenue((url, response) => {
    // Sessions open at 09:30 in New York, daylight saving starting on 10 March.
    const opens = ['2024-03-07T14:30Z', '2024-03-08T14:30Z', '2024-03-11T13:30Z', '2024-03-12T13:30Z'].map(
      (text) => Date.parse(text),
    )
    const [start, end] = [Number(url.searchParams.get('start')), Number(url.searchParams.get('end'))]
    const rows = opens.filter((time) => time >= start && time < end).map((time) => [time, 1, 1, 1, 1, 1])
    response.end(JSON.stringify({ rows }))
  })
  const client = createClient({ providers: [venueProvider(venue)] })
  const bars = await client.getBars({ symbol: 'A', interval: '1d', start: '2024-03-08', end: '2024-03-11' })
  expect([...bars].map(({ date }) => date)).toEqual(['2024-03-08', '2024-03-11'])
})

test('minutes of a trading date run from midnight to midnight there', async () => {
  await using venue = await startVenue()
  const client = createClient({ providers: [venueProvider(venue)] })
  const bars = await client.getBars({ symbol: 'A', interval: '1h', start: '2024-07-01', end: '2024-07-01' })
  expect(new Date(bars.at(0)?.time ?? 0).toISOString()).toBe('2024-07-01T04:00:00.000Z')
  expect(bars).toHaveLength(24)
})
