import type { ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { BadRequestError } from '../errors/index.ts'
import { createClient, getBars, getNews } from '../index.ts'
import type { NewsItem } from '../market/index.ts'
import { defineProvider } from '../provider/index.ts'
import { sendJson, startVenue, venueProvider } from './test/venue.ts'

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

test('a client made with options that are undefined is one made without', async () => {
  await using venue = await startVenue()
  const client = createClient({
    providers: [venueProvider(venue)],
    fetch: undefined,
    WebSocket: undefined,
    clock: undefined,
    random: undefined,
    files: undefined,
    cache: undefined,
    limiter: undefined,
    logger: undefined,
  })
  const end = start + 3 * minute
  expect(await client.getBars({ symbol: 'AAPL', interval: '1m', start, end })).toHaveLength(3)
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
  const names = ['close', 'getBars', 'getQuote', 'getQuotes', 'providers', 'searchSymbols']
  expect(Object.keys(client).sort()).toEqual(names)
  // @ts-expect-error this venue streams nothing
  expect(client.watchBars).toBeUndefined()
  // @ts-expect-error this venue has no news
  expect(client.getNews).toBeUndefined()
  // @ts-expect-error and its twin takes no such client
  await expect(getNews(client)).rejects.toThrow(/None of venue has getNews/)
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

test('a search goes on to the next provider until one knows something', async () => {
  const symbols = (found: string[]) => (_url: URL, response: ServerResponse) =>
    sendJson(response, { symbols: found })
  await using empty = await startVenue(symbols([]))
  await using full = await startVenue(symbols(['AAPL', 'AAPLW']))
  const providers = [
    venueProvider({ ...empty, id: 'empty' }),
    venueProvider({ ...full, id: 'full' }),
  ] as const
  const client = createClient({ providers })
  expect(await client.searchSymbols({ text: 'apple', limit: 1 })).toMatchObject([{ provider: 'full' }])
  full.answerWith(symbols([]))
  expect(await client.searchSymbols({ text: 'nothing' })).toEqual([])
  await expect(client.searchSymbols({ text: ' ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  // A caller without types.
  const without = Object.assign({ text: '' }, { text: undefined })
  await expect(client.searchSymbols(without)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})

test('a client of several providers has the methods of each', async () => {
  await using venue = await startVenue()
  const market = venueProvider(venue)
  const news = defineProvider({
    id: 'news',
    title: 'News',
    symbols: market.symbols,
    getNews: { answer: ({ limit }) => [item, item].slice(0, limit) },
  })
  const client = createClient({ providers: [news, market] })
  expect(await client.getNews({ limit: 1 })).toEqual([item])
  expect(await client.getQuote({ symbol: 'AAPL' })).toMatchObject({ last: 40, source: { provider: 'venue' } })
})

const item: NewsItem = {
  id: '1',
  time: 0,
  title: 'A title',
  summary: null,
  url: 'https://example.com/1',
  source: 'Example',
  author: null,
  imageUrl: null,
  instruments: [],
  language: null,
  truncated: false,
  provider: 'news',
}
