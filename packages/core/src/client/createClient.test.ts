import { expect, test } from 'vitest'
import { BadRequestError } from '../errors/index.ts'
import { createClient, getBars } from '../index.ts'
import { startVenue, venueProvider } from './test/venue.ts'

const minute = 60_000
const start = Date.UTC(2024, 0, 2, 15)

test('bars of an instant range include the start and exclude the end', async () => {
  await using venue = await startVenue()
  const client = createClient({ providers: [venueProvider(venue)] })
  const bars = await client.getBars({ symbol: 'AAPL', interval: '1m', start, end: start + 3 * minute })
  expect([...bars.time]).toEqual([start, start + minute, start + 2 * minute])
  expect(bars.source.attempts).toMatchObject([{ provider: 'venue', outcome: 'OK' }])
  expect(bars.at(0)).toMatchObject({ open: 146, closed: true, volume: 1000 })
})

test('the tree-shakable twin answers like the method', async () => {
  await using venue = await startVenue()
  const client = createClient({ providers: [venueProvider(venue)] })
  const options = { symbol: 'AAPL', interval: '1m', start, end: start + 3 * minute } as const
  expect((await getBars(client, options)).close).toEqual((await client.getBars(options)).close)
})

test('exact mode keeps the digits that were sent', async () => {
  await using venue = await startVenue((_url, response) => {
    response.end(`{"rows":[[${start},1.10,1.20,1.00,1.1000000000000000001,0.30]]}`)
  })
  const client = createClient({ providers: [venueProvider(venue)] })
  const bars = await client.getBars({ symbol: 'AAPL', interval: '1m', start, numeric: 'string' })
  expect(bars.at(0)).toMatchObject({ open: '1.10', close: '1.1000000000000000001', volume: '0.30' })
})

test('a client has the methods of its providers and no others', async () => {
  await using venue = await startVenue()
  const client = createClient({ providers: [venueProvider(venue)] })
  expect(Object.keys(client).sort()).toEqual(['close', 'getBars', 'getQuote', 'getQuotes', 'providers'])
  // @ts-expect-error this venue streams nothing
  expect(client.watchBars).toBeUndefined()
  // @ts-expect-error this venue has no search
  expect(client.searchSymbols).toBeUndefined()
})

test('a client without a provider, or with two of one id, is refused', () => {
  expect(() => createClient({ providers: [] })).toThrow(BadRequestError)
  const provider = venueProvider({ baseUrl: 'http://127.0.0.1' })
  expect(() => createClient({ providers: [provider, provider] })).toThrow(BadRequestError)
})

test('quotes come in the order asked, and unknown symbols are named beside them', async () => {
  await using venue = await startVenue()
  const client = createClient({ providers: [venueProvider({ ...venue, batch: 2 })] })
  const quotes = await client.getQuotes({ symbols: ['IBM', 'NOPE', 'AAPL', 'A', 'F'] })
  expect(quotes.map(({ instrument, last }) => [instrument.symbol, last])).toEqual([
    ['IBM', 30],
    ['AAPL', 40],
    ['A', 10],
    ['F', 10],
  ])
  expect(quotes.missing).toEqual(['NOPE'])
  expect(venue.requests).toHaveLength(3)
})

test('one unknown symbol is an error of its own', async () => {
  await using venue = await startVenue()
  const client = createClient({ providers: [venueProvider(venue)] })
  await expect(client.getQuote({ symbol: 'NOPE' })).rejects.toMatchObject({ code: 'UNKNOWN_SYMBOL' })
  await expect(client.getBars({ symbol: 'NOPE', interval: '1d' })).rejects.toMatchObject({
    code: 'UNKNOWN_SYMBOL',
    symbol: 'NOPE',
    attempts: [{ provider: 'venue', outcome: 'UNKNOWN_SYMBOL' }],
  })
})
