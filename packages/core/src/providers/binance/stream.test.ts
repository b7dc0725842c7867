import { describe, expect, test } from 'vitest'
import { crypto } from '../../market/index.ts'
import type { CodecOutput, StreamChannel, StreamTopic } from '../../provider/index.ts'
import { hasRecordings, readFrameRecordings } from '../../testing/recordings.ts'
import { BinanceCodec } from './stream.ts'
import { binanceSymbols } from './symbols.ts'

const instrument = crypto('BTC', 'USDT', 'BINANCE')

function topic(channel: StreamChannel, more: Partial<StreamTopic> = {}): StreamTopic {
  return { key: `${channel} BTCUSDT`, channel, instrument, symbol: 'BTCUSDT', ...more }
}

const codecOf = (...topics: StreamTopic[]) => {
  const codec = new BinanceCodec({ '1mo': '1M' })
  codec.open()
  return { codec, asked: codec.subscribe(topics) }
}

const frame = (stream: string, data: object) => JSON.stringify({ stream: `btcusdt@${stream}`, data })
const depth = (U: number, u: number, b: string[][] = [], a: string[][] = []) =>
  frame('depth@100ms', { e: 'depthUpdate', E: 5, s: 'BTCUSDT', U, u, b, a })
const snapshot = (sequence: number) => ({
  instrument,
  time: 4,
  bids: [['100', '1'] as const],
  asks: [['101', '2'] as const],
  sequence,
})
const typesOf = ({ events = [] }: CodecOutput) => events.map(({ type }) => type)

test('one frame asks for all streams of many topics, and a stream that two topics need is asked for once', () => {
  const { codec, asked } = codecOf(
    topic('trades'),
    topic('quotes'),
    topic('bars', { key: 'month', interval: '1mo' }),
    topic('book', { key: 'ten', depth: 10 }),
    topic('book', { key: 'five', depth: 5 }),
  )
  expect(asked.send).toEqual([
    '{"method":"SUBSCRIBE","params":["btcusdt@aggTrade","btcusdt@bookTicker","btcusdt@ticker","btcusdt@kline_1M","btcusdt@depth@100ms"],"id":1}',
  ])
  expect(codec.unsubscribe([topic('book', { key: 'ten', depth: 10 })]).send).toBeUndefined()
  expect(codec.unsubscribe([topic('book', { key: 'five', depth: 5 })]).send).toEqual([
    '{"method":"UNSUBSCRIBE","params":["btcusdt@depth@100ms"],"id":2}',
  ])
})

test('changes are applied to a snapshot from where it ends, older ones left out', () => {
  const { codec, asked } = codecOf(topic('book', { depth: 10 }))
  expect(asked.snapshots).toEqual([{ topic: 'book BTCUSDT', depth: 100 }])
  codec.receive(depth(8, 10, [['99', '7']]), 0)
  codec.receive(depth(11, 12, [['100', '0']]), 0)
  const { events } = codec.snapshot(topic('book', { depth: 10 }), snapshot(10))
  expect(events).toMatchObject([{ book: { bids: [], asks: [[101, 2]], sequence: 12 } }])
  expect(codec.receive(depth(13, 13, [['100.5', '3']]), 0).events).toMatchObject([
    { book: { bids: [[100.5, 3]], sequence: 13, time: 5 } },
  ])
})

test('a snapshot that is older than the changes is asked for again', () => {
  const { codec } = codecOf(topic('book', { depth: 10 }))
  codec.receive(depth(11, 12), 0)
  expect(codec.snapshot(topic('book', { depth: 10 }), snapshot(9)).snapshots).toHaveLength(1)
  expect(typesOf(codec.snapshot(topic('book', { depth: 10 }), snapshot(10)))).toEqual(['book'])
})

test('an update that is left out, and prices that cross, make the book begin anew', () => {
  const { codec } = codecOf(topic('book', { depth: 10 }))
  codec.snapshot(topic('book', { depth: 10 }), snapshot(10))
  const broken = codec.receive(depth(12, 12), 0)
  expect(broken).toMatchObject({ events: [{ type: 'gap' }], snapshots: [{ depth: 100 }] })
  expect(codec.receive(depth(13, 13), 0).events).toBeUndefined()
  expect(typesOf(codec.snapshot(topic('book', { depth: 10 }), snapshot(12)))).toEqual(['book'])
  expect(typesOf(codec.receive(depth(14, 14, [['101.5', '1']]), 0))).toEqual(['gap'])
})

test('a book that runs thin behind its snapshot is filled up again, and nothing is called lost', () => {
  const bids = Array.from({ length: 100 }, (_, level) => [String(100 - level), '1'] as const)
  const { codec } = codecOf(topic('book', { depth: 40 }))
  codec.snapshot(topic('book', { depth: 40 }), { ...snapshot(10), bids })
  const gone = bids.slice(0, 61).map(([price]) => [price, '0'])
  const output = codec.receive(depth(11, 11, gone), 0)
  expect(typesOf(output)).toEqual(['book'])
  expect(output.snapshots).toEqual([{ topic: 'book BTCUSDT', depth: 100 }])
  // What changes until the snapshot is there is applied to both.
  codec.receive(depth(12, 12, [['39.5', '4']]), 0)
  const { events } = codec.snapshot(topic('book', { depth: 40 }), snapshot(11))
  expect(events).toMatchObject([
    {
      book: {
        bids: [
          [100, 1],
          [39.5, 4],
        ],
        sequence: 12,
      },
    },
  ])
})

test('best prices that come twice, or after newer ones, are left out', () => {
  const { codec } = codecOf(topic('quotes'))
  const best = (update: number) =>
    codec.receive(frame('x', { u: update, s: 'BTCUSDT', b: '1', B: '2', a: '3', A: String(update) }), 0)
  expect([5, 7, 6, 7, 8].map((update) => typesOf(best(update)))).toEqual([
    ['quote'],
    ['quote'],
    [],
    [],
    ['quote'],
  ])
})

test('a subscription that is refused ends its topics', () => {
  const { codec } = codecOf(topic('trades'))
  const refused = codec.receive('{"error":{"code":2,"msg":"Invalid request"},"id":1}', 0)
  expect(refused.events).toMatchObject([
    { type: 'error', topic: 'trades BTCUSDT', error: { code: 'BAD_REQUEST' } },
  ])
  expect(codec.receive('{"result":null,"id":1}', 0)).toEqual({})
})

test.each([
  [{ e: 'aggTrade', s: 'BTCUSDT', a: 1, p: 'dear', q: '1', T: 1, m: true }, 'data.p'],
  [{ e: 'aggTrade', s: 'BTCUSDT', a: 1, p: '1', q: null, T: 1, m: true }, 'data.q'],
  [{ e: 'aggTrade', s: 'BTCUSDT', a: 'x', p: '1', q: '1', T: 1, m: true }, 'data.a'],
  [
    { e: 'kline', s: 'BTCUSDT', k: { i: '1m', t: 1, o: '1', h: '', l: '1', c: '1', v: '1', n: 1, x: true } },
    'data.k.h',
  ],
  [{ e: 'depthUpdate', s: 'BTCUSDT', E: 1, U: 11, u: 11, b: [['1']], a: [] }, 'data.b[0].size'],
])('damage to %o is named', (data, path) => {
  const { codec } = codecOf(topic('trades'), topic('bars', { interval: '1m' }), topic('book', { depth: 5 }))
  codec.snapshot(topic('book', { depth: 5 }), snapshot(10))
  expect(() => codec.receive(frame('x', data), 0)).toThrow(
    expect.objectContaining({ code: 'VALIDATION', path }),
  )
})

describe.runIf(hasRecordings)('recorded frames', () => {
  const recordings = readFrameRecordings('binance')
  const pairs = ['BNBBTC', 'BTCUSDT', 'DOGEBNB', 'BTCUSDC', 'GNTBTC', 'BNBUSDT']

  function hear(frames: readonly string[]) {
    const topics = pairs.flatMap((symbol) => {
      const pair = binanceSymbols.fromProvider(symbol)
      if (!pair) throw new Error(symbol)
      return (['trades', 'quotes', 'bars', 'book'] as const).map((channel): StreamTopic => {
        const key = `${channel} ${symbol}`
        return { key, channel, instrument: pair, symbol, ...(channel === 'bars' && { interval: '1m' }) }
      })
    })
    const { codec } = codecOf(...topics)
    return frames.flatMap((text) => codec.receive(text, 0).events ?? [])
  }

  test.each(recordings)('$name is read', ({ name, frames }) => {
    const events = hear(frames)
    // Liquidations and mark prices are of no channel; changes of a book wait for its snapshot.
    const isSilent = /liquidation|mark_price|depth_update/.test(name)
    expect(events.length).toBe(isSilent ? 0 : name.includes('tardis') ? 4 : 1)
  })

  test('trades, quotes and bars are what they say', () => {
    const of = (part: string) => hear(recordings.find(({ name }) => name.includes(part))?.frames ?? [])
    expect(of('tardis')).toMatchObject([
      { trade: { id: '40756030', price: 0.0042699, size: 33.82, takerSide: 'buy', time: 1554076800940 } },
      { trade: { id: '60276726', price: 0.0021965, takerSide: 'sell' } },
      {
        quote: {
          bid: 8010,
          bidSize: 0.142459,
          ask: 8012.15,
          askSize: 0.031201,
          last: null,
          currency: 'USDT',
        },
      },
      { quote: { last: 0.0001436, changePercent: 2.068, volume: 20014582, time: 1569805259088 } },
    ])
    expect(of('agg_trade')).toMatchObject([{ trade: { id: '5933014', sequence: 5933014, size: 100 } }])
    expect(of('kline_stream_closed')).toMatchObject([
      { bar: { time: 1638747660000, open: 0.001, high: 0.0025, close: 0.002, trades: 100, closed: true } },
    ])
    expect(of('kline_stream_open')).toMatchObject([{ bar: { closed: false } }])
  })

  test('a recorded book follows its snapshot', () => {
    const frames = recordings.find(({ name }) => name.includes('tardis'))?.frames ?? []
    const messages = frames.map((text): { stream: string; data: Record<string, unknown> } => JSON.parse(text))
    const taken = messages.find(({ stream }) => stream === 'gntbtc@depthSnapshot')?.data ?? {}
    const pair = binanceSymbols.fromProvider('GNTBTC')
    if (!pair) throw new Error('GNTBTC')
    const book: StreamTopic = { key: 'book', channel: 'book', instrument: pair, symbol: 'GNTBTC', depth: 5 }
    const { codec } = codecOf(book)
    for (const text of frames) codec.receive(text, 0)
    const levels = (side: unknown) =>
      Array.isArray(side) ? side.map(([price, size]) => [price, size] as const) : []
    const { events } = codec.snapshot(book, {
      instrument: pair,
      time: 0,
      bids: levels(taken.bids),
      asks: levels(taken.asks),
      sequence: Number(taken.lastUpdateId),
    })
    expect(events).toMatchObject([
      {
        book: {
          sequence: 41603419,
          bids: [
            [0.00002248, 114],
            [0.00002246, 375],
            [0.00002245, 2673],
            [0.00002244, 390],
            [0.00002243, 3425],
          ],
          asks: [
            [0.00002253, 3945],
            [0.00002256, 50641],
            [0.00002258, 1777],
            [0.00002262, 6080],
          ],
        },
      },
    ])
  })
})
