import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { createClient, type LiveBar, type OrderBook, type StreamGap, type Trade } from '../../index.ts'
import { parseInterval } from '../../market/index.ts'
import { binance } from '../../providers/binance/binance.ts'
import { coinbase } from '../../providers/coinbase/coinbase.ts'
import { kraken } from '../../providers/kraken/kraken.ts'
import { createFakeBinance, type FakeCryptoVenue } from '../../testing/fake-binance.ts'
import { createFakeCoinbase } from '../../testing/fake-coinbase.ts'
import type { FakeExchange } from '../../testing/fake-exchange.ts'
import { createFakeKraken } from '../../testing/fake-kraken.ts'

const venues = [
  {
    id: 'binance',
    symbol: 'crypto:BTC/USDT@BINANCE',
    start: createFakeBinance,
    provider: ({ http, streamUrl }: FakeCryptoVenue) => binance({ baseUrl: http.url, streamUrl, limits: [] }),
  },
  {
    id: 'kraken',
    symbol: 'crypto:BTC/USD@KRAKEN',
    start: createFakeKraken,
    provider: ({ http, streamUrl }: FakeCryptoVenue) => kraken({ baseUrl: http.url, streamUrl, limits: [] }),
  },
  {
    id: 'coinbase',
    symbol: 'crypto:BTC/USD@COINBASE',
    start: createFakeCoinbase,
    provider: ({ http, streamUrl }: FakeCryptoVenue) =>
      coinbase({ baseUrl: http.url, streamUrl, limits: [] }),
  },
]

const until = (check: () => void) => vi.waitFor(check, { timeout: 8_000, interval: 10 })

type Heard<item> = { items: item[]; gaps: StreamGap[] }

function listen<item>(subscription: {
  on(event: 'data', listener: (item: item) => void): unknown
  on(event: 'gap', listener: (gap: StreamGap) => void): unknown
}): Heard<item> {
  const heard: Heard<item> = { items: [], gaps: [] }
  subscription.on('data', (item) => heard.items.push(item))
  subscription.on('gap', (gap) => heard.gaps.push(gap))
  return heard
}

const idsOf = (trades: readonly Trade[]) => trades.map(({ sequence }) => sequence)

/** Both sides of the book as it truly is, as numbers. */
function truthOf(exchange: FakeExchange, depth: number) {
  const side = (name: 'bids' | 'asks') => exchange.levels(name, depth).map((level) => level.map(Number))
  return { bids: side('bids'), asks: side('asks') }
}

describe.each(venues)('live data of $id', ({ symbol, start, provider }) => {
  test('trades come once and in order, those of a break and of lost frames included', async () => {
    await using venue = await start()
    const { exchange } = venue
    await using client = createClient({ providers: [provider(venue)] })
    const trades = client.watchTrades({ symbols: [symbol] })
    const heard = listen<Trade>(trades)
    await until(() => expect(trades.status.state).toBe('live'))
    await delay(50)
    exchange.trade('50000.1', '0.10000000')
    exchange.trade('50000.2', '0.25000000')
    await until(() => expect(heard.items).toHaveLength(2))
    for (let cut = 1; cut <= 2; cut++) {
      venue.cut()
      await delay(20)
      for (let n = 0; n < 5; n++) exchange.trade(`5000${cut}.${n}`, '0.50000000')
      await until(() => expect(trades.status.state).toBe('live'))
      await delay(50)
      exchange.trade('50003.0', '1.00000000')
      await until(() => expect(idsOf(heard.items)).toEqual(exchange.trades.map(({ id }) => id)))
    }
    exchange.loseNext(3)
    for (let n = 0; n < 5; n++) exchange.trade('50004.0', `${n + 1}.00000000`)
    await until(() => expect(idsOf(heard.items)).toEqual(exchange.trades.map(({ id }) => id)))
    expect(heard.gaps).toEqual([])
    const [first] = exchange.trades
    expect(heard.items[0]).toMatchObject({ time: first?.time, price: 50_000.1, size: 0.1 })
    expect(trades.status).toMatchObject({ conflated: 0, simulated: false, delayedMs: 0 })
  })

  test('an order book keeps its depth, and begins anew where a change was lost', async () => {
    await using venue = await start()
    const { exchange } = venue
    await using client = createClient({ providers: [provider(venue)] })
    const books = listen<OrderBook>(client.watchOrderBook({ symbol, depth: 5 }))
    const isTrue = () => {
      const { bids, asks } = books.items.at(-1) ?? {}
      expect({ bids, asks }).toEqual(truthOf(exchange, 5))
    }
    await until(() => expect(venue.heard.length).toBeGreaterThan(0))
    await delay(100)
    exchange.setLevel('bids', '50000.2', '0.70000000')
    await until(isTrue)
    exchange.setLevel('asks', '50000.5', '0')
    exchange.setLevel('bids', '50000.2', '0.10000000')
    await until(isTrue)
    expect(books.gaps).toEqual([])
    exchange.loseNext(1)
    exchange.setLevel('bids', '50000.3', '9.00000000')
    exchange.setLevel('asks', '50001.0', '3.00000000')
    await until(() => expect(books.gaps).toHaveLength(1))
    await until(isTrue)
    exchange.setLevel('asks', '50001.5', '4.00000000')
    await until(isTrue)
    expect(venue.connections).toBe(1)
    venue.cut()
    exchange.setLevel('bids', '49999.0', '0')
    await until(() => expect(venue.connections).toBe(2))
    await delay(100)
    exchange.setLevel('bids', '50000.3', '8.00000000')
    await until(isTrue)
  })

  test('two depths of one book are one upstream', async () => {
    await using venue = await start()
    const { exchange } = venue
    await using client = createClient({ providers: [provider(venue)] })
    const shallow = listen<OrderBook>(client.watchOrderBook({ symbol, depth: 2 }))
    await until(() => expect(venue.heard.length).toBeGreaterThan(0))
    await delay(100)
    const deep = listen<OrderBook>(client.watchOrderBook({ symbol, depth: 12 }))
    await delay(100)
    exchange.setLevel('bids', '50000.2', '0.70000000')
    await until(() => expect(shallow.items.at(-1)).toMatchObject(truthOf(exchange, 2)))
    await until(() => expect(deep.items.at(-1)).toMatchObject(truthOf(exchange, 12)))
    expect(venue.connections).toBe(1)
  })

  test('a quote holds the best prices and the last one', async () => {
    await using venue = await start()
    const { exchange } = venue
    await using client = createClient({ providers: [provider(venue)] })
    const quotes = client.watchQuotes({ symbols: [symbol] })
    await until(() => expect(quotes.status.state).toBe('live'))
    await delay(50)
    exchange.setLevel('bids', '50000.1', '0.75000000')
    exchange.trade('50000.4', '0.10000000')
    const known = { last: 50_000.4, bid: 50_000.1, bidSize: 0.75, ask: 50_000.5, askSize: 2 }
    for await (const quote of quotes) {
      if (quote.last === null || quote.bid === null) continue
      expect(quote).toMatchObject({ ...known, high: 50_100, low: 49_900, volume: 123.4, priceScale: 1 })
      break
    }
  })

  test('bars of a minute are those of the exchange, the forming one included', async () => {
    await using venue = await start()
    const { exchange } = venue
    await using client = createClient({ providers: [provider(venue)] })
    const base = Math.floor(Date.now() / 60_000) * 60_000
    // What was traded before anybody listened belongs to the bar as well.
    exchange.trade('49990.0', '0.10000000', base)
    const bars = client.watchBars({ symbol, interval: '1m' })
    const heard = listen<LiveBar>(bars)
    await until(() => expect(bars.status.state).toBe('live'))
    await delay(100)
    const isTrue = () => {
      const truth = exchange.bars('1m').at(-1)
      const last = heard.items.findLast(({ time }) => time === truth?.time)
      const { open, high, low, close, volume } = truth ?? {}
      expect(last).toMatchObject({ open, high, low, close, volume })
    }
    exchange.trade('50010.0', '0.20000000')
    await until(isTrue)
    venue.cut()
    await delay(20)
    exchange.trade('50090.0', '0.30000000')
    await until(() => expect(bars.status.state).toBe('live'))
    await delay(50)
    exchange.trade('50020.0', '0.40000000')
    await until(isTrue)
    expect(heard.gaps).toEqual([])
  })

  test('everything goes over one connection, and is left when nobody listens any more', async () => {
    await using venue = await start()
    await using client = createClient({ providers: [provider(venue)] })
    const feeds = [
      client.watchTrades({ symbols: [symbol] }),
      client.watchQuotes({ symbols: [symbol] }),
      client.watchOrderBook({ symbol }),
      client.watchBars({ symbol, interval: '5m' }),
    ]
    for (const feed of feeds) await until(() => expect(feed.status.state).toBe('live'))
    expect(venue.connections).toBe(1)
    const isLeaving = (frame: string) => /unsubscribe/i.test(frame)
    expect(venue.heard.filter(isLeaving)).toEqual([])
    for (const feed of feeds) feed.close()
    await until(() => expect(venue.heard.filter(isLeaving).length).toBeGreaterThan(0))
  })
})

test.each(['15m', '1h', '1d'] as const)(
  'Coinbase’s bars of %s are joined of those that it streams, what was before included',
  async (interval) => {
    await using venue = await createFakeCoinbase()
    const { exchange } = venue
    await using client = createClient({
      providers: [coinbase({ baseUrl: venue.http.url, streamUrl: venue.streamUrl, limits: [] })],
    })
    const { ms } = parseInterval(interval)
    const now = Date.now()
    const base = Math.floor(now / ms) * ms
    for (let time = base, n = 0; time < now; time += ms / 7)
      exchange.trade(`4999${++n}.5`, '0.10000000', time)
    const bars = client.watchBars({ symbol: 'crypto:BTC/USD@COINBASE', interval })
    const heard = listen<LiveBar>(bars)
    const isTrue = () => {
      const truth = exchange.bars(interval).at(-1)
      const { open, high, low, close, volume, date } = truth ?? {}
      const told = heard.items.findLast(({ time }) => time === truth?.time)
      expect(told).toMatchObject({ open, high, low, close, volume })
      expect(told?.date).toBe(date)
    }
    await until(isTrue)
    exchange.trade('50010.0', '0.20000000')
    await until(isTrue)
    venue.cut()
    await delay(20)
    exchange.trade('50090.0', '0.30000000')
    exchange.trade('49000.0', '0.30000000')
    await until(() => expect(bars.status.state).toBe('live'))
    exchange.trade('50020.0', '0.40000000')
    await until(isTrue)
    exchange.loseNext(2)
    exchange.trade('51000.0', '0.40000000')
    exchange.trade('50020.5', '0.40000000')
    exchange.trade('50021.0', '0.40000000')
    await until(isTrue)
    expect(heard.gaps).toEqual([])
    expect(heard.items.map(({ time }) => time)).toEqual(
      heard.items.map(({ time }) => time).toSorted((a, b) => a - b),
    )
  },
)

test('Kraken’s books agree with its checksums', async () => {
  await using venue = await createFakeKraken()
  await using client = createClient({
    providers: [kraken({ baseUrl: venue.http.url, streamUrl: venue.streamUrl, limits: [] })],
  })
  for await (const book of client.watchOrderBook({ symbol: 'crypto:BTC/USD@KRAKEN', depth: 10 })) {
    expect(book).toMatchObject({ checksumVerified: true })
    break
  }
})

test('a pair that Kraken does not list ends its own feed and no other', async () => {
  await using venue = await createFakeKraken()
  await using client = createClient({
    providers: [kraken({ baseUrl: venue.http.url, streamUrl: venue.streamUrl, limits: [] })],
  })
  const good = client.watchTrades({ symbols: ['crypto:BTC/USD@KRAKEN'] })
  const heard = listen<Trade>(good)
  await until(() => expect(good.status.state).toBe('live'))
  const bad = client.watchTrades({ symbols: ['crypto:NOPE/USD@KRAKEN'] })
  const failure = new Promise((resolve) => bad.on('error', resolve))
  expect(await failure).toMatchObject({ code: 'UNKNOWN_SYMBOL' })
  venue.exchange.trade('50000.0', '1.00000000')
  await until(() => expect(heard.items).toHaveLength(1))
  expect(venue.connections).toBe(1)
})
