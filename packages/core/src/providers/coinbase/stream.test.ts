import { describe, expect, test } from 'vitest'
import { crypto } from '../../market/index.ts'
import type { CodecOutput, StreamChannel, StreamTopic } from '../../provider/index.ts'
import { hasRecordings, readFrameRecordings } from '../../testing/recordings.ts'
import { CoinbaseCodec } from './stream.ts'

const topic = (channel: StreamChannel, more: Partial<StreamTopic> = {}, base = 'BTC'): StreamTopic => {
  const symbol = `${base}-USD`
  const key = `${channel} ${symbol} ${more.depth ?? ''}`
  return { key, channel, instrument: crypto(base, 'USD', 'COINBASE'), symbol, ...more }
}

const codecOf = (...topics: StreamTopic[]) => {
  const codec = new CoinbaseCodec()
  const opened = codec.open()
  return { codec, opened, asked: codec.subscribe(topics) }
}
const typesOf = ({ events = [] }: CodecOutput) => events.map(({ type }) => type)

const message = (channel: string, sequence_num: number, event: object) =>
  JSON.stringify({ channel, sequence_num, timestamp: '2024-01-01T00:00:00.5Z', events: [event] })
const trade = (id: number) => ({
  trade_id: String(id),
  product_id: 'BTC-USD',
  price: '100.5',
  size: '0.25',
  side: 'BUY',
  time: '2024-01-01T00:00:00.123456Z',
})
const update = (side: string, price_level: string, new_quantity: string) => ({
  side,
  price_level,
  new_quantity,
})
const book = (type: string, ...updates: object[]) => ({ type, product_id: 'BTC-USD', updates })
const snapshot = book(
  'snapshot',
  update('bid', '99', '1'),
  update('offer', '101.0', '2'),
  update('bid', '99.5', '3'),
)

test('heartbeats first, then one request a channel', () => {
  const { codec, opened, asked } = codecOf(
    topic('trades'),
    topic('trades', {}, 'ETH'),
    topic('book', { depth: 5 }),
  )
  expect(opened).toEqual({ ready: true, send: ['{"type":"subscribe","channel":"heartbeats"}'] })
  expect(asked.send).toEqual([
    '{"type":"subscribe","product_ids":["BTC-USD","ETH-USD"],"channel":"market_trades"}',
    '{"type":"subscribe","product_ids":["BTC-USD"],"channel":"level2"}',
  ])
  expect(codec.unsubscribe([topic('trades', {}, 'ETH')]).send).toEqual([
    '{"type":"unsubscribe","product_ids":["ETH-USD"],"channel":"market_trades"}',
  ])
})

test('a book follows its changes, and a second depth of it is told at once', () => {
  const { codec } = codecOf(topic('book', { depth: 1 }))
  expect(codec.receive(message('l2_data', 0, snapshot), 0).events).toMatchObject([
    { book: { bids: [[99.5, 3]], asks: [[101, 2]], time: 1704067200500 } },
  ])
  const change = book('update', update('bid', '99.5', '0'), update('offer', '100', '4'))
  expect(codec.receive(message('l2_data', 1, change), 0).events).toMatchObject([
    { book: { bids: [[99, 1]], asks: [[100, 4]] } },
  ])
  const deeper = codec.subscribe([topic('book', { depth: 9 })])
  expect(deeper.send).toEqual([])
  expect(deeper.events).toHaveLength(2)
})

test('a number that is left out breaks everything, a repeated one nothing', () => {
  const { codec } = codecOf(topic('book', { depth: 5 }), topic('trades'))
  codec.receive(message('l2_data', 4, snapshot), 0)
  expect(codec.receive(message('l2_data', 4, snapshot), 0)).toEqual({})
  const broken = codec.receive(message('market_trades', 6, { type: 'update', trades: [trade(1)] }), 0)
  expect(typesOf(broken)).toEqual(['gap', 'gap', 'trade'])
  expect(broken.send).toEqual([
    '{"type":"unsubscribe","product_ids":["BTC-USD"],"channel":"level2"}',
    '{"type":"subscribe","product_ids":["BTC-USD"],"channel":"level2"}',
  ])
  const late = book('update', update('bid', '99.1', '1'))
  expect(typesOf(codec.receive(message('l2_data', 7, late), 0))).toEqual([])
  expect(typesOf(codec.receive(message('l2_data', 8, snapshot), 0))).toEqual(['book'])
})

test('prices that cross make the book begin anew', () => {
  const { codec } = codecOf(topic('book', { depth: 5 }))
  codec.receive(message('l2_data', 0, snapshot), 0)
  const output = codec.receive(message('l2_data', 1, book('update', update('bid', '102', '1'))), 0)
  expect(typesOf(output)).toEqual(['gap'])
  expect(output.send).toHaveLength(2)
})

test('what was traded before somebody listened is not news, the forming bar is', () => {
  const { codec } = codecOf(topic('trades'), topic('bars', { interval: '5m' }))
  expect(
    typesOf(codec.receive(message('market_trades', 0, { type: 'snapshot', trades: [trade(1)] }), 0)),
  ).toEqual([])
  const candle = (start: number) => {
    return {
      start: String(start),
      open: '1',
      high: '3',
      low: '1',
      close: '2',
      volume: '7',
      product_id: 'BTC-USD',
    }
  }
  const event = { type: 'snapshot', candles: [candle(300), candle(900), candle(600)] }
  expect(codec.receive(message('candles', 1, event), 0).events).toMatchObject([
    { bar: { time: 900_000, high: 3, volume: 7, closed: false } },
  ])
})

test('an error of the venue is told and nothing ends', () => {
  const { codec } = codecOf(topic('trades'))
  expect(codec.receive('{"type":"error","message":"rate limit exceeded"}', 0).events).toMatchObject([
    { type: 'error', error: { code: 'UPSTREAM', retryable: true } },
  ])
})

test.each([
  ['market_trades', { type: 'update', trades: [{ ...trade(1), price: null }] }, 'events[].trades[].price'],
  ['market_trades', { type: 'update', trades: [{ ...trade(1), time: 'noon' }] }, 'events[].trades[].time'],
  ['l2_data', book('snapshot', update('bid', '1', 'many')), 'events[].updates[0].new_quantity'],
  ['candles', { type: 'update', candles: 7 }, 'events[].candles'],
])('damage to a message of %s is named', (channel, event, path) => {
  const { codec } = codecOf(topic('trades'), topic('book', { depth: 5 }))
  expect(() => codec.receive(message(channel, 0, event), 0)).toThrow(
    expect.objectContaining({ code: 'VALIDATION', path }),
  )
})

describe.runIf(hasRecordings)('recorded frames', () => {
  const recordings = readFrameRecordings('coinbase')
  const hear = (...parts: string[]) => {
    const { codec } = codecOf(
      topic('trades'),
      topic('quotes'),
      topic('bars', { interval: '5m' }),
      topic('book', { depth: 5 }),
    )
    const frames = parts.flatMap((part) => recordings.find(({ name }) => name.includes(part))?.frames ?? [])
    return frames.flatMap((frame) => codec.receive(frame, 0).events ?? [])
  }

  test.each([
    ['ws_candles', ['bar']],
    ['ws_heartbeats', []],
    ['ws_l2_data_snapshot', ['book']],
    ['ws_l2_data_update', []],
    ['ws_market_trades', ['trade', 'trade']],
    ['ws_subscriptions', []],
    ['ws_ticker', ['quote']],
  ])('%s holds %j', (part, types) => {
    expect(hear(part).map(({ type }) => type)).toEqual(types)
  })

  test('trades keep their digits, a book follows its change', () => {
    expect(hear('ws_market_trades')).toMatchObject([
      { trade: { id: '995098700', sequence: 995098700, price: 68900.5, timeNs: '1775572202789012000' } },
      { trade: { id: '995098701', size: 0.05 } },
    ])
    expect(hear('ws_l2_data_snapshot', 'ws_l2_data_update').at(-1)).toMatchObject({
      book: {
        bids: [
          [68900, 2],
          [68899.5, 0.75],
          [68899, 2.3],
        ],
        asks: [
          [68901.5, 1.2],
          [68902, 0.8],
        ],
      },
    })
    expect(hear('ws_ticker')).toMatchObject([
      { quote: { last: 68900.5, bid: 68900, bidSize: 1.5, volume: 15328.12345678, changePercent: 1.85 } },
    ])
    expect(hear('ws_candles')).toMatchObject([{ bar: { time: 1775521800000, open: 68900, close: 68920.5 } }])
  })

  test('frames of the older Exchange feed, which speaks otherwise, are passed over', () => {
    const { codec } = codecOf(topic('trades'), topic('book', { depth: 5 }))
    const frames = readFrameRecordings('coinbase-exchange').flatMap((recording) => recording.frames)
    expect(frames.length).toBeGreaterThan(5)
    for (const frame of frames) expect(codec.receive(frame, 0).events ?? []).toEqual([])
  })
})
