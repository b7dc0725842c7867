import { describe, expect, test } from 'vitest'
import { createClient } from '../../client/createClient.ts'
import type { Subscription } from '../../client/subscription.ts'
import { parseInstrument } from '../../market/index.ts'
import { isJsonObject, type StreamChannel, type StreamTopic } from '../../provider/index.ts'
import { createFakeMassive } from '../../testing/fake-massive.ts'
import { createFakeMassiveStream } from '../../testing/fake-massive-stream.ts'
import { hasRecordings, readRecording } from '../../testing/recordings.ts'
import { massive } from './massive.ts'
import type { MassiveStreamOptions } from './stream.ts'
import { createMassiveCodec } from './stream-codec.ts'
import { massiveSymbols } from './symbols.ts'

const apiKey = 'fake-massive-key'
const now = Date.UTC(2024, 5, 14, 15)

function open(live: { url: string }, options: object = {}) {
  return createClient({ providers: [massive({ apiKey, streamUrl: live.url, ...options })] })
}

async function next<item>(subscription: Subscription<item>): Promise<item> {
  const { value, done } = await subscription[Symbol.asyncIterator]().next()
  if (done) throw new Error('The feed has ended.')
  return value
}

function asked(live: { heard: readonly string[] }): string[] {
  return live.heard.filter((text) => text.includes('"subscribe"')).map((text) => JSON.parse(text).params)
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5))
}

const trade = { ev: 'T', sym: 'AAPL', x: 11, i: '77', p: 161.87, s: 300, c: [14, 41], t: now, q: 9, z: 3 }

test('the key is sent after the greeting, never in the address, and a trade keeps what the venue says of it', async () => {
  await using live = await createFakeMassiveStream()
  const client = open(live)
  const trades = client.watchTrades({ symbols: ['AAPL'] })
  await until(() => asked(live).length > 0)
  live.send([trade])
  expect(await next(trades)).toEqual({
    instrument: parseInstrument('AAPL'),
    time: now,
    price: 161.87,
    size: 300,
    id: '11-77',
    sequence: 9,
    conditions: ['14', '41'],
    venue: '11',
  })
  expect(live.paths).toEqual(['/stocks'])
  expect(live.heard[0]).toBe(JSON.stringify({ action: 'auth', params: apiKey }))
  client.close()
})

test('best prices that come twice, or after newer ones, are left out; a new day counts anew', async () => {
  await using live = await createFakeMassiveStream()
  const client = open(live)
  const heard: unknown[] = []
  client.watchQuotes({ symbols: ['AAPL'] }).on('data', ({ bid }) => heard.push(bid))
  await until(() => asked(live).length > 0)
  const best = (q: number, bp: number, t = now) => ({ ev: 'Q', sym: 'AAPL', bp, bs: 1, ap: 200, as: 1, t, q })
  live.send([best(10, 1), best(12, 2), best(11, 3), best(12, 4), best(13, 5), best(2, 6, now + 3_600_000)])
  await until(() => heard.length >= 4)
  expect(heard).toEqual([1, 2, 5, 6])
  client.close()
})

test('each class of instrument has an address of its own', async () => {
  await using live = await createFakeMassiveStream()
  const client = open(live)
  client.watchQuotes({ symbols: ['AAPL', 'BTC-USD', 'EURUSD', 'index:SPX', 'O:AAPL240621C00200000'] })
  await until(() => asked(live).length >= 5)
  expect(live.paths.toSorted()).toEqual(['/crypto', '/forex', '/indices', '/options', '/stocks'])
  expect(asked(live).toSorted()).toEqual([
    'C.EUR/USD,CAS.EUR/USD',
    'Q.AAPL,T.AAPL',
    'Q.O:AAPL240621C00200000,T.O:AAPL240621C00200000',
    'V.I:SPX',
    'XQ.BTC-USD,XT.BTC-USD',
  ])
  client.close()
})

test.each([true, false])(
  'a plan without trades is followed by seconds, then minutes, and says so (named: %s)',
  async (names) => {
    await using live = await createFakeMassiveStream({ refuses: ['T', 'A', 'Q'], names })
    const client = open(live)
    const quotes = client.watchQuotes({ symbols: ['AAPL'] })
    await until(() => asked(live).includes('AM.AAPL'))
    expect(asked(live)).toEqual(['Q.AAPL,T.AAPL', 'A.AAPL', 'AM.AAPL'])
    live.send([
      {
        ev: 'AM',
        sym: 'AAPL',
        v: 200,
        av: 8000,
        op: 25.66,
        vw: 25.4,
        o: 25.4,
        c: 25.5,
        h: 25.6,
        l: 25.3,
        s: now - 60_000,
        e: now,
      },
    ])
    expect(await next(quotes)).toMatchObject({ last: 25.5, time: now, open: 25.66, volume: 8000, bid: null })
    expect(quotes.status).toMatchObject({ state: 'live', delayedMs: 60_000 })
    client.close()
  },
)

test('what stands for a trade where the plan has none is marked', async () => {
  await using live = await createFakeMassiveStream({ refuses: ['T'] })
  const client = open(live)
  const trades = client.watchTrades({ symbols: ['AAPL'] })
  const told: unknown[] = []
  trades.on('status', ({ error }) => told.push(error?.message))
  await until(() => asked(live).includes('A.AAPL'))
  live.send([{ ev: 'A', sym: 'AAPL', v: 200, o: 25.4, c: 25.5, h: 25.6, l: 25.3, s: now - 1000, e: now }])
  expect(await next(trades)).toMatchObject({ price: 25.5, size: 200, conditions: ['aggregate'] })
  expect(told).toContainEqual(expect.stringMatching(/A is followed instead/))
  client.close()
})

test('a refused channel is not asked for again after a break', async () => {
  await using live = await createFakeMassiveStream({ refuses: ['T'] })
  const client = open(live)
  client.watchTrades({ symbols: ['AAPL'] })
  await until(() => asked(live).includes('A.AAPL'))
  live.cut()
  await until(() => asked(live).length === 3)
  expect(asked(live)).toEqual(['T.AAPL', 'A.AAPL', 'A.AAPL'])
  client.close()
})

test('a plan that has nothing of a topic is NOT_ENTITLED, a wrong key is INVALID_KEY', async () => {
  await using live = await createFakeMassiveStream({ refuses: ['XL2'] })
  const client = open(live)
  await expect(next(client.watchOrderBook({ symbol: 'BTC-USD' }))).rejects.toMatchObject({
    code: 'NOT_ENTITLED',
  })
  const wrong = open(live, { apiKey: 'wrong' })
  await expect(next(wrong.watchTrades({ symbols: ['AAPL'] }))).rejects.toMatchObject({ code: 'INVALID_KEY' })
  client.close()
  wrong.close()
})

test('a plan without any stream is asked again and again instead', async () => {
  await using rest = await createFakeMassive()
  await using live = await createFakeMassiveStream({ refuses: ['Q', 'T', 'A', 'AM'] })
  const client = open(live, { ...rest.options, limits: [] })
  const quotes = client.watchQuotes({ symbols: ['AAPL'] })
  expect(await next(quotes)).toMatchObject({ last: rest.market.latest('AAPL')[0]?.close })
  expect(quotes.status.state).toBe('polling')
  client.close()
})

test('one book is made of those of several exchanges', () => {
  const { codec, topic } = following('book', 'X:BTCUSD')
  const book = (x: number, bid: number, ask: number) =>
    codec.receive(
      JSON.stringify([
        {
          ev: 'XL2',
          pair: 'BTC-USD',
          t: now,
          r: now,
          x,
          b: [
            [bid, 1],
            [100, 2],
          ],
          a: [[ask, 3]],
        },
      ]),
      now,
    )
  book(1, 101, 103)
  expect(book(2, 102, 103).events).toEqual([
    {
      type: 'book',
      topic: topic.key,
      book: {
        instrument: topic.instrument,
        time: now,
        bids: [
          [102, 1],
          [101, 1],
          [100, 4],
        ],
        asks: [[103, 6]],
      },
    },
  ])
})

test('a connection that another one pushed out is tried again later', () => {
  const { codec } = following('trades', 'AAPL')
  const status = {
    ev: 'status',
    status: 'max_connections',
    message: 'Maximum number of connections exceeded.',
  }
  expect(codec.receive(JSON.stringify([status]), now).close).toMatchObject({
    code: 'RATE_LIMITED',
    retryable: true,
  })
})

test('a price agreed at another time is no last price', () => {
  const { codec } = following('quotes', 'AAPL')
  const events = (c: number[]) => codec.receive(JSON.stringify([{ ...trade, c }]), now).events
  expect(events([22])).toEqual([])
  expect(events([14])).toMatchObject([{ quote: { last: 161.87 } }])
})

const bands = { ev: 'LULD', T: 'MSFT', h: 218.96, l: 198.11, i: [21], z: 3, t: 1601316752683746, q: 290317 }
const imbalance = {
  ev: 'NOI',
  T: 'MSFT',
  t: 1601318039223013600,
  at: 930,
  a: 'M',
  i: 44,
  x: 10,
  o: 480,
  p: 440,
  b: 25.03,
}

test('on request a quote of a share tells the limits of its price, and the imbalance before an auction', () => {
  const { codec } = following('quotes', 'MSFT', { priceBands: true, auctions: true })
  const { events } = codec.receive(JSON.stringify([bands, imbalance]), now)
  expect(events).toMatchObject([
    { quote: { bands: { lower: 198.11, upper: 218.96, time: 1601316752683, indicators: ['21'] } } },
    {
      quote: {
        last: null,
        bands: { upper: 218.96 },
        auction: {
          kind: 'open',
          time: 1601318039223,
          // 9:30 in New York on that day.
          auctionTime: Date.UTC(2020, 8, 28, 13, 30),
          imbalance: 480,
          paired: 440,
          price: 25.03,
          venue: '10',
        },
      },
    },
  ])
})

test('bands and imbalances are asked for on request, of shares, and what the plan lacks of them costs nothing else', async () => {
  await using live = await createFakeMassiveStream({ refuses: ['NOI'] })
  const client = open(live, { priceBands: true, auctions: true })
  const quotes = client.watchQuotes({ symbols: ['MSFT', 'I:SPX'] })
  await until(() => asked(live).length > 1)
  expect(asked(live).join().split(',').toSorted()).toEqual(
    ['LULD.MSFT', 'NOI.MSFT', 'Q.MSFT', 'T.MSFT', 'V.I:SPX'].toSorted(),
  )
  live.send([bands])
  expect(await next(quotes)).toMatchObject({ last: null, bands: { upper: 218.96 } })
  expect(quotes.status.delayedMs).toBeNull()
  client.close()
  expect(following('quotes', 'MSFT').codec.receive(JSON.stringify([bands, imbalance]), now).events).toEqual(
    [],
  )
})

test('an auction of an unknown kind is left out; one at an hour that no clock shows is refused', () => {
  const { codec } = following('quotes', 'MSFT', { auctions: true })
  const receive = (change: object) => codec.receive(JSON.stringify([{ ...imbalance, ...change }]), now).events
  expect(receive({ a: 'Z' })).toEqual([])
  expect(() => receive({ at: 975 })).toThrow(expect.objectContaining({ code: 'VALIDATION', path: '[0].at' }))
  expect(receive({ b: 0 })).toMatchObject([{ quote: { auction: { price: null } } }])
})

test.each(['p', 's'])('an infinite %s of a trade is refused', (name) => {
  const { codec } = following('trades', 'AAPL')
  const text = JSON.stringify([{ ...trade, [name]: 7_777 }]).replace('7777', '1e999')
  expect(() => codec.receive(text, now)).toThrow(expect.objectContaining({ path: `[0].${name}` }))
})

test('a damaged event is refused with its place', () => {
  const { codec } = following('trades', 'AAPL')
  const receive = () => codec.receive(JSON.stringify([trade, { ...trade, p: '161' }]), now)
  expect(receive).toThrow(expect.objectContaining({ code: 'VALIDATION', path: '[1].p' }))
})

function codecWith(extras: Partial<MassiveStreamOptions> = {}) {
  return createMassiveCodec({
    apiKey,
    streamUrl: '',
    delayedMs: null,
    fairMarketValue: false,
    priceBands: false,
    auctions: false,
    ...extras,
  })
}

function following(channel: StreamChannel, symbol: string, extras: Partial<MassiveStreamOptions> = {}) {
  const codec = codecWith(extras)
  const instrument = massiveSymbols.fromProvider(symbol)
  if (!instrument) throw new Error(symbol)
  const topic: StreamTopic = { key: `${channel} ${symbol}`, channel, instrument, symbol }
  codec.receive('[{"ev":"status","status":"auth_success"}]', now)
  codec.subscribe([topic])
  return { codec, topic }
}

describe.runIf(hasRecordings)('recorded frames', () => {
  const file = readRecording('massive/ws-events.json')
  const samples = isJsonObject(file) && isJsonObject(file.events) ? Object.entries(file.events) : []
  const channels: Readonly<Record<string, StreamChannel>> = {
    T: 'trades',
    XT: 'trades',
    A: 'bars',
    AM: 'bars',
    CA: 'bars',
    CAS: 'bars',
    XA: 'bars',
    XAS: 'bars',
    XL2: 'book',
  }
  // Of the vendor's own screens, which no channel is about.
  const ignored = /launchpad\/(?!options)/
  test.each(samples.map(([name, event]) => ({ name, event })))('$name', ({ name, event }) => {
    if (!isJsonObject(event)) throw new Error(name)
    const pair = String(event.pair ?? event.p ?? '').replace(/[-/]/, '')
    const prefix = name.includes('forex') ? 'C:' : 'X:'
    const symbol = String(event.sym ?? event.T ?? prefix + pair)
    const channel = channels[String(event.ev)] ?? 'quotes'
    const { codec, topic } = following(channel, symbol, {
      fairMarketValue: event.ev === 'FMV',
      priceBands: true,
      auctions: true,
    })
    if (/S$/.test(String(event.ev)) || event.ev === 'A') {
      codec.subscribe([{ ...topic, key: 'seconds', interval: '1s' }])
    }
    const { events } = codec.receive(JSON.stringify([event]), now)
    if (ignored.test(name)) expect(events).toEqual([])
    else expect(events?.length).toBeGreaterThan(0)
  })

  test('a session of shares: greeting, key, confirmation, trades of two symbols, one left', () => {
    const session = readRecording('massive/ws-session-stocks.json')
    const frames = isJsonObject(session) && Array.isArray(session.frames) ? session.frames : []
    const codec = codecWith({ apiKey: 'KEY' })
    const topics = ['AAPL', 'AMZN'].map((symbol): StreamTopic => {
      return { key: symbol, channel: 'trades', instrument: parseInstrument(symbol), symbol }
    })
    const sent: unknown[] = []
    const heard: unknown[] = []
    for (const frame of frames) {
      if (!isJsonObject(frame) || frame.dir !== 'in') continue
      const { send = [], events = [], ready } = codec.receive(JSON.stringify(frame.json), now)
      if (ready) sent.push(...(codec.subscribe(topics).send ?? []))
      sent.push(...send)
      heard.push(...events)
    }
    sent.push(...(codec.unsubscribe(topics.slice(1)).send ?? []))
    const out = frames.filter((frame) => isJsonObject(frame) && frame.dir === 'out')
    expect(sent.toSorted()).toEqual(
      out.map((frame) => JSON.stringify(isJsonObject(frame) && frame.json)).toSorted(),
    )
    expect(heard).toMatchObject([
      { topic: 'AAPL', trade: { time: 1651684192462, price: 161.87, size: 300, conditions: ['14', '41'] } },
      { topic: 'AMZN', trade: { id: '12-72815' } },
      { topic: 'AMZN', trade: { id: '4-799', size: 100 } },
    ])
  })
})
