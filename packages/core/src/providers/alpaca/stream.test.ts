import { expect, test } from 'vitest'
import { createClient } from '../../client/createClient.ts'
import type { Subscription } from '../../client/subscription.ts'
import { crypto, equity } from '../../market/index.ts'
import type { StreamTopic } from '../../provider/index.ts'
import { createFakeAlpacaStream } from '../../testing/fake-alpaca-stream.ts'
import { alpaca } from './alpaca.ts'
import { createAlpacaCodec } from './stream-codec.ts'

const keys = { keyId: 'fake-alpaca-id', secretKey: 'fake-alpaca-secret' }
const at = '2024-06-14T15:00:00.123456789Z'
const now = Date.parse('2024-06-14T15:00:01Z')

function open(live: { url: string }, options: object = {}) {
  return createClient({ providers: [alpaca({ ...keys, streamUrl: live.url, ...options })] })
}

async function next<item>(subscription: Subscription<item>): Promise<item> {
  const { value, done } = await subscription[Symbol.asyncIterator]().next()
  if (done) throw new Error('The feed has ended.')
  return value
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5))
}

const requests = (live: { heard: readonly string[] }) =>
  live.heard.filter((text) => text.includes('subscribe'))

test('keys are sent after the greeting and stand in no address; a trade keeps its nanoseconds', async () => {
  await using live = await createFakeAlpacaStream()
  const client = open(live)
  const trades = client.watchTrades({ symbols: ['AAPL'] })
  await until(() => requests(live).length > 0)
  live.send([{ T: 't', S: 'AAPL', i: 96921, x: 'D', p: 126.55, s: 1, t: at, c: ['@', 'I'], z: 'C' }])
  expect(await next(trades)).toEqual({
    instrument: equity('AAPL'),
    time: Date.parse('2024-06-14T15:00:00.123Z'),
    timeNs: '1718377200123456789',
    price: 126.55,
    size: 1,
    id: 'D-96921',
    conditions: ['@', 'I'],
    venue: 'D',
  })
  expect(live.paths).toEqual(['/v2/iex'])
  client.close()
})

test('shares and pairs have an address each, and the test feed has its own', async () => {
  await using live = await createFakeAlpacaStream()
  const client = open(live, { feed: 'sip' })
  client.watchQuotes({ symbols: ['AAPL', 'BTC-USD'] })
  const other = open(live, { testFeed: true })
  other.watchTrades({ symbols: ['FAKEPACA'] })
  await until(() => requests(live).length >= 3)
  expect(live.paths.toSorted()).toEqual(['/v1beta3/crypto/us', '/v2/sip', '/v2/test'])
  client.close()
  other.close()
})

test('a quote joins the best prices, the last trade and the day', async () => {
  await using live = await createFakeAlpacaStream()
  const client = open(live)
  const quotes = client.watchQuotes({ symbols: ['AAPL'] })
  await until(() => requests(live).length > 0)
  live.send([
    { T: 'd', S: 'AAPL', o: 125, h: 127, l: 124, c: 126.5, v: 9000, t: '2024-06-14T04:00:00Z' },
    { T: 't', S: 'AAPL', i: 1, x: 'D', p: 126.55, s: 1, t: at },
    { T: 'q', S: 'AAPL', bx: 'U', bp: 0, bs: 0, ax: 'Q', ap: 126.6, as: 4, t: at },
  ])
  await next(quotes)
  await next(quotes)
  expect(await next(quotes)).toMatchObject({
    last: 126.55,
    open: 125,
    volume: 9000,
    bid: null,
    ask: 126.6,
    askSize: 4,
  })
  client.close()
})

test('options come over an address of their own, in MessagePack, with their nanoseconds', async () => {
  await using live = await createFakeAlpacaStream()
  const client = open(live)
  const symbol = 'AAPL240621C00200000'
  const trades = client.watchTrades({ symbols: [symbol] })
  const quotes = client.watchQuotes({ symbols: [symbol] })
  await until(() => requests(live).length >= 1)
  await until(() => trades.status.state === 'live' && quotes.status.state === 'live')
  live.send([
    { T: 't', S: symbol, p: 3.84, s: 1, t: at, c: 'S', x: 'N' },
    { T: 'q', S: symbol, bp: 1.91, bs: 1192, bx: 'C', ap: 1.93, as: 1, ax: 'X', t: at, c: 'A' },
  ])
  expect(await next(trades)).toMatchObject({
    instrument: { id: 'option:AAPL.2024-06-21.C.200' },
    timeNs: '1718377200123456789',
    price: 3.84,
    conditions: ['S'],
    venue: 'N',
  })
  await next(quotes)
  expect(await next(quotes)).toMatchObject({
    last: 3.84,
    bid: 1.91,
    ask: 1.93,
    source: { delayedMs: 900_000 },
  })
  expect(live.paths).toEqual(['/v1beta1/indicative'])
  expect(requests(live).join()).not.toContain('dailyBars')
  client.close()
})

test('keys that are not accepted over a binary stream are in no error', async () => {
  await using live = await createFakeAlpacaStream()
  const secretKey = 'a-secret-of-exactly-forty-characters-xyz'
  const client = open(live, { secretKey })
  const feed = client.watchTrades({ symbols: ['AAPL240621C00200000'] })
  const error = await new Promise<Error>((resolve) => feed.on('error', resolve))
  expect(error).toMatchObject({ code: 'INVALID_KEY' })
  expect(JSON.stringify(error) + error.stack).not.toContain(secretKey)
  client.close()
})

test('a message that is no MessagePack breaks the connection, and says why', () => {
  const codec = createAlpacaCodec(optionsOf(), '/v1beta1/opra')
  expect(() => codec.receive(new Uint8Array([0xdc, 0xff]), now)).toThrow(
    expect.objectContaining({ code: 'VALIDATION', expected: 'a MessagePack message' }),
  )
})

const topic = (channel: StreamTopic['channel'], more: Partial<StreamTopic> = {}): StreamTopic => ({
  key: channel,
  channel,
  instrument: equity('AAPL'),
  symbol: 'AAPL',
  ...more,
})

function optionsOf() {
  return {
    ...keys,
    baseUrl: '',
    tradingUrl: '',
    streamUrl: '',
    feed: 'iex',
    optionFeed: 'indicative',
    testFeed: false,
  } as const
}

function codecOf(...topics: readonly StreamTopic[]) {
  const codec = createAlpacaCodec(optionsOf(), '/v1beta3/crypto/us')
  codec.subscribe(topics)
  return (...rows: readonly object[]) => codec.receive(JSON.stringify(rows), now)
}

test('a minute is over when it comes, and comes again when late trades changed it; a day is still forming', () => {
  const minute = { S: 'AAPL', o: 1, h: 3, l: 1, c: 2, v: 100, n: 4, vw: 1.5, t: '2024-06-14T14:59:00Z' }
  const receive = codecOf(topic('bars', { interval: '1m' }))
  expect(receive({ T: 'b', ...minute }, { T: 'u', ...minute, v: 120 }).events).toMatchObject([
    { bar: { time: Date.parse(minute.t), volume: 100, trades: 4, vwap: 1.5, closed: true } },
    { bar: { volume: 120, closed: true } },
  ])
  const day = codecOf(topic('bars', { interval: '1d' }))({ T: 'd', ...minute, t: '2024-06-14T05:00:00Z' })
  expect(day.events).toMatchObject([{ bar: { date: '2024-06-14', closed: false } }])
})

test('a book is told whole first, then level by level', () => {
  const receive = codecOf(topic('book', { instrument: crypto('BTC', 'USD'), symbol: 'BTC/USD', depth: 2 }))
  const levels = (...pairs: [number, number][]) => pairs.map(([p, s]) => ({ p, s }))
  const whole = {
    T: 'o',
    S: 'BTC/USD',
    t: at,
    b: levels([100, 1], [99, 2], [98, 3]),
    a: levels([101, 1]),
    r: true,
  }
  const change = { T: 'o', S: 'BTC/USD', t: at, b: levels([100, 0]), a: levels([101.5, 4]) }
  expect(receive(whole, change).events).toMatchObject([
    {
      book: {
        bids: [
          [100, 1],
          [99, 2],
        ],
        asks: [[101, 1]],
      },
    },
    {
      book: {
        bids: [
          [99, 2],
          [98, 3],
        ],
        asks: [
          [101, 1],
          [101.5, 4],
        ],
      },
    },
  ])
})

test('a trade that the venue corrects or cancels is told as a loss', () => {
  const receive = codecOf(topic('trades'))
  const correction = {
    T: 'c',
    S: 'AAPL',
    x: 'M',
    oi: 52983525033527,
    op: 39.1,
    os: 440,
    ci: 52983525034326,
    t: at,
  }
  const cancel = { T: 'x', S: 'AAPL', i: 465, x: 'D', p: 216.14, s: 0.1, a: 'C', t: at }
  expect(receive(correction, cancel).events).toMatchObject([
    { type: 'gap', reason: expect.stringMatching(/corrected trade 52983525033527/) },
    { type: 'gap', reason: expect.stringMatching(/cancelled trade 465/) },
  ])
})

test('what a plan follows no more is refused, and the rest goes on', async () => {
  await using live = await createFakeAlpacaStream({ maxSymbols: 1 })
  const client = open(live, { feed: 'sip' })
  const first = client.watchTrades({ symbols: ['AAPL'] })
  await until(() => requests(live).length === 1)
  await expect(next(client.watchTrades({ symbols: ['MSFT'] }))).rejects.toMatchObject({ code: 'UNSUPPORTED' })
  live.send([{ T: 't', S: 'AAPL', i: 1, x: 'D', p: 5, s: 1, t: at }])
  expect((await next(first)).price).toBe(5)
  client.close()
})

test.each([
  [402, 'INVALID_KEY'],
  [406, 'RATE_LIMITED'],
  [409, 'NOT_ENTITLED'],
])('error %i closes the connection: %s', (code, expected) => {
  expect(codecOf()({ T: 'error', code, msg: 'no' }).close).toMatchObject({ code: expected })
})
