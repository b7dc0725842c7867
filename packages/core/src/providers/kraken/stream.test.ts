import { describe, expect, test } from 'vitest'
import type { CodecOutput, StreamChannel, StreamTopic } from '../../provider/index.ts'
import { hasRecordings, readFrameRecordings } from '../../testing/recordings.ts'
import { KrakenCodec } from './stream.ts'
import { checksumOf } from './stream-book.ts'
import { fromKraken, krakenSymbols } from './symbols.ts'

function topic(channel: StreamChannel, more: Partial<StreamTopic> = {}, name = 'XBTUSD'): StreamTopic {
  const instrument = fromKraken(name)
  if (!instrument) throw new Error(name)
  const symbol = krakenSymbols.toProvider(instrument) ?? name
  return { key: `${channel} ${symbol} ${more.depth ?? ''}`, channel, instrument, symbol, ...more }
}

const codecOf = (...topics: StreamTopic[]) => {
  const codec = new KrakenCodec()
  codec.open()
  return { codec, asked: codec.subscribe(topics) }
}
const typesOf = ({ events = [] }: CodecOutput) => events.map(({ type }) => type)

type Levels = readonly (readonly [string, string])[]
const bookFrame = (type: string, bids: Levels, asks: Levels, checksum?: number) => {
  const side = (levels: Levels) => levels.map(([price, qty]) => `{"price":${price},"qty":${qty}}`).join()
  const facts = `${checksum === undefined ? '' : `"checksum":${checksum},`}"timestamp":"2024-01-01T00:00:00.5Z"`
  return `{"channel":"book","type":"${type}","data":[{"symbol":"BTC/USD","bids":[${side(bids)}],"asks":[${side(asks)}],${facts}}]}`
}
const bids: Levels = [
  ['45283.5', '0.10000000'],
  ['45283.4', '1.54582015'],
]
const asks: Levels = [
  ['45285.2', '0.00100000'],
  ['45286.4', '1.54571953'],
]

test('pairs of one kind are asked for together, under the names people use', () => {
  const { codec, asked } = codecOf(
    topic('trades'),
    topic('trades', {}, 'ETHUSDT'),
    topic('quotes'),
    topic('bars', { interval: '5m' }),
    topic('book', { depth: 20 }),
  )
  expect(asked.send?.map((frame) => JSON.parse(String(frame)))).toEqual([
    { method: 'subscribe', params: { channel: 'trade', symbol: ['BTC/USD', 'ETH/USDT'] } },
    { method: 'subscribe', params: { channel: 'ticker', symbol: ['BTC/USD'], event_trigger: 'bbo' } },
    { method: 'subscribe', params: { channel: 'ohlc', interval: 5, symbol: ['BTC/USD'] } },
    { method: 'subscribe', params: { channel: 'book', depth: 25, symbol: ['BTC/USD'] } },
  ])
  expect(codec.unsubscribe([topic('book', { depth: 20 })]).send).toEqual([
    '{"method":"unsubscribe","params":{"channel":"book","depth":25,"symbol":["BTC/USD"]}}',
  ])
})

test('a deeper wish takes the place of the subscription that is there', () => {
  const { codec } = codecOf(topic('book', { depth: 10 }))
  const { send } = codec.subscribe([topic('book', { depth: 100 })])
  expect(send?.map((frame) => JSON.parse(String(frame)).params.depth)).toEqual([10, 100])
  expect(codec.subscribe([topic('book', { depth: 30 })]).send).toEqual([])
})

test('the checksum is over prices and sizes without point and zeros in front, asks first', () => {
  // The string of the first two levels of Kraken's own example begins so.
  expect(checksumOf([['45285.2', '0.00100000']])).toBe(checksumOf([['0045285.2', '100000']]))
  expect(checksumOf([...asks, ...bids])).not.toBe(checksumOf([...bids, ...asks]))
})

test('a book is verified with every change, with the digits as they were sent', () => {
  const { codec } = codecOf(topic('book', { depth: 2 }))
  const first = codec.receive(bookFrame('snapshot', bids, asks, checksumOf([...asks, ...bids])), 0)
  expect(first.events).toMatchObject([
    {
      type: 'book',
      book: {
        bids: [
          [45283.5, 0.1],
          [45283.4, 1.54582015],
        ],
        checksumVerified: true,
        time: 1704067200500,
      },
    },
  ])
  const after = checksumOf([...asks, ['45283.4', '1.54582015']])
  const change = codec.receive(bookFrame('update', [['45283.5', '0']], [], after), 0)
  expect(change.events).toMatchObject([{ book: { bids: [[45283.4, 1.54582015]], checksumVerified: true } }])
})

test('a change that was overtaken by another is left out, so that a book is not turned back', () => {
  const { codec } = codecOf(topic('book', { depth: 2 }))
  codec.receive(bookFrame('snapshot', bids, asks, checksumOf([...asks, ...bids])), 0)
  const older = bookFrame('update', [['45283.5', '0.2']], []).replace('00.5Z', '00.4Z')
  expect(codec.receive(older, 0)).toMatchObject({ events: [], send: [] })
})

test('zeros that a recorder has dropped do not make a checksum wrong', () => {
  const { codec } = codecOf(topic('book', { depth: 2 }))
  const cut = (levels: Levels) => levels.map(([price, qty]) => [price, String(Number(qty))] as const)
  const frame = bookFrame('snapshot', cut(bids), cut(asks), checksumOf([...asks, ...bids]))
  expect(codec.receive(frame, 0).events).toMatchObject([{ book: { checksumVerified: true } }])
})

test('a book whose checksum differs, or whose prices cross, is asked for anew and not shown meanwhile', () => {
  for (const broken of [
    bookFrame('update', [['45283.3', '1.0']], [], 1),
    bookFrame('update', [['45290.0', '1.0']], []),
  ]) {
    const { codec } = codecOf(topic('book', { depth: 2 }))
    codec.receive(bookFrame('snapshot', bids, asks), 0)
    const output = codec.receive(broken, 0)
    expect(typesOf(output)).toEqual(['gap'])
    expect(output.send?.map((frame) => JSON.parse(String(frame)).method)).toEqual([
      'unsubscribe',
      'subscribe',
    ])
    expect(typesOf(codec.receive(bookFrame('update', [['45283.2', '1.0']], []), 0))).toEqual([])
    expect(typesOf(codec.receive(bookFrame('snapshot', bids, asks), 0))).toEqual(['book'])
  }
})

test('of the bars in a snapshot only the forming one is news', () => {
  const { codec } = codecOf(topic('bars', { interval: '1m' }))
  const row = (minute: number) => ({
    symbol: 'BTC/USD',
    interval: 1,
    interval_begin: `2024-01-01T00:0${minute}:00.000000000Z`,
    open: 1,
    high: 3,
    low: 1,
    close: 2,
    volume: 5,
    vwap: 2,
    trades: 4,
  })
  const frame = JSON.stringify({ channel: 'ohlc', type: 'snapshot', data: [row(1), row(3), row(2)] })
  expect(codec.receive(frame, 0).events).toMatchObject([
    { bar: { time: Date.UTC(2024, 0, 1, 0, 3), closed: false, vwap: 2 } },
  ])
})

test('nobody bids: no price, instead of 0', () => {
  const { codec } = codecOf(topic('quotes'))
  const data = [
    { symbol: 'BTC/USD', bid: 0, bid_qty: 0, ask: 100.1, ask_qty: 2, timestamp: '1970-01-01T00:00:00Z' },
  ]
  expect(codec.receive(JSON.stringify({ channel: 'ticker', type: 'update', data }), 7).events).toMatchObject([
    { quote: { bid: null, bidSize: null, ask: 100.1, last: null, time: null, source: { fetchedAt: 7 } } },
  ])
})

test.each([
  [
    {
      channel: 'trade',
      type: 'update',
      data: [
        {
          symbol: 'BTC/USD',
          side: 'buy',
          price: 'x',
          qty: 1,
          trade_id: 1,
          timestamp: '2024-01-01T00:00:00Z',
        },
      ],
    },
    'data[].price',
  ],
  [
    {
      channel: 'trade',
      type: 'update',
      data: [{ symbol: 'BTC/USD', side: 'buy', price: 1, qty: 1, trade_id: 1, timestamp: 'noon' }],
    },
    'data[].timestamp',
  ],
  [{ channel: 'trade', type: 'update', data: { symbol: 'BTC/USD' } }, 'data'],
  [
    { channel: 'book', type: 'snapshot', data: [{ symbol: 'BTC/USD', bids: [{ price: 1 }], asks: [] }] },
    'data[].bids[0].qty',
  ],
])('damage to %o is named', (message, path) => {
  const { codec } = codecOf(topic('trades'), topic('book', { depth: 10 }))
  expect(() => codec.receive(JSON.stringify(message), 0)).toThrow(
    expect.objectContaining({ code: 'VALIDATION', path }),
  )
})

describe.runIf(hasRecordings)('recorded frames', () => {
  const recordings = readFrameRecordings('kraken')
  const hear = (part: string) => {
    const { codec } = codecOf(
      topic('trades'),
      topic('quotes'),
      topic('bars', { interval: '1m' }),
      topic('book', { depth: 10 }),
    )
    const frames = recordings.find(({ name }) => name.includes(part))?.frames ?? []
    return frames.flatMap((frame) => codec.receive(frame, 0).events ?? [])
  }

  test.each([
    ['ws_trade_update', ['trade', 'trade']],
    ['ws_ticker_snapshot', ['quote']],
    ['ws_ohlc_update', ['bar']],
    ['ws_subscribe_response', []],
    // Its levels were cut to three, its checksum was not: nothing else can come of it.
    ['ws_book_snapshot', ['gap']],
    // A change without a snapshot before it.
    ['ws_book_update', []],
    ['tardis-ws-kraken-v2', ['trade', 'quote']],
  ])('%s holds %j', (part, types) => {
    expect(hear(part).map(({ type }) => type)).toEqual(types)
  })

  test('frames of the first protocol are no messages of the second', () => {
    const { codec } = codecOf(topic('trades'))
    const frames = recordings.find(({ name }) => name.includes('gct'))?.frames ?? []
    const read = (frame: string) => {
      try {
        return codec.receive(frame, 0)
      } catch (error) {
        return error
      }
    }
    expect(frames.length).toBeGreaterThan(5)
    for (const frame of frames) {
      const isEvent = frame.startsWith('{')
      expect(read(frame)).toEqual(isEvent ? {} : expect.objectContaining({ code: 'VALIDATION' }))
    }
  })

  test('trades keep their nanoseconds, bars and quotes are what they say', () => {
    expect(hear('ws_trade_update')).toMatchObject([
      {
        trade: {
          id: '10218208',
          sequence: 10218208,
          timeNs: '1696613755440295000',
          time: 1696613755440,
          price: 105944.2,
          size: 0.00027625,
          takerSide: 'buy',
        },
      },
      { trade: { takerSide: 'sell', size: 0.0001246 } },
    ])
    expect(hear('ws_ohlc')).toMatchObject([
      { bar: { time: Date.UTC(2023, 9, 4, 16, 25), close: 106040.1, trades: 12 } },
    ])
    expect(hear('ws_ticker')).toMatchObject([
      { quote: { last: 105899.4, bid: 105944.2, ask: 105944.3, changePercent: 0.24 } },
    ])
  })
})
