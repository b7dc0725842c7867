import { assert, bigInt, constantFrom, float, property, record, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createClient } from '../../client/createClient.ts'
import { crypto, equity } from '../../market/index.ts'
import { isJsonObject } from '../../provider/index.ts'
import { createFakeSocketVenue } from '../../testing/fake-socket-venue.ts'
import { type PricingFields, pricingFrame } from '../../testing/pricing-frame.ts'
import { hasRecordings, readRecording } from '../../testing/recordings.ts'
import { decodeMessage } from './protobuf.ts'
import { createYahooCodec } from './stream-codec.ts'
import { yahoo } from './yahoo.ts'

const now = Date.UTC(2025, 0, 10, 12)

function following(symbol: string, instrument = equity(symbol)) {
  const codec = createYahooCodec()
  codec.open()
  codec.subscribe([{ key: symbol, channel: 'quotes', instrument, symbol }])
  return (fields: PricingFields) => {
    const [event] = codec.receive(pricingFrame({ id: symbol, ...fields }), now).events ?? []
    return event?.type === 'quote' ? event.quote : undefined
  }
}

test('a price that went through float32 reads as it was meant', () => {
  const quote = following('AAPL')({ price: 34.1, time: now, marketHours: 1, dayHigh: 129.04 })
  expect(quote).toMatchObject({ last: 34.1, high: 129.04, time: now, marketState: 'open' })
})

test('what a message leaves out stays as it was known', () => {
  const receive = following('AAPL')
  receive({ price: 100, time: now, marketHours: 1, currency: 'USD', bid: 99.5 })
  expect(receive({ price: 101, time: now + 1, marketHours: 1 })).toMatchObject({
    last: 101,
    bid: 99.5,
    currency: 'USD',
    ask: null,
  })
})

test('before and after the market the last price stays, and the other one stands by itself', () => {
  const receive = following('AAPL')
  receive({ price: 100, time: now, marketHours: 1 })
  expect(receive({ price: 102, time: now + 1, marketHours: 2 })).toMatchObject({
    last: 100,
    post: { price: 102, time: now + 1 },
    marketState: 'post',
  })
  expect(receive({ price: 103, time: now + 2 })).toMatchObject({ last: 100, pre: { price: 103 } })
})

test('pence are pounds at a scale of a hundredth', () => {
  expect(following('OCDO.L')({ price: 512.5, time: now, marketHours: 1, currency: 'GBp' })).toMatchObject({
    currency: 'GBP',
    priceScale: 0.01,
  })
})

test('the streamer is asked for all symbols again and again', async () => {
  await using live = await createFakeSocketVenue()
  const client = createClient({ providers: [yahoo({ streamUrl: live.url })] })
  const quotes = client.watchQuotes({ symbols: ['AAPL', 'BTC-USD'] })
  const first = quotes[Symbol.asyncIterator]().next()
  while (live.heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  expect(live.heard).toEqual(['{"subscribe":["AAPL","BTC-USD"]}'])
  live.send(pricingFrame({ id: 'BTC-USD', price: 94745.08, time: now, marketHours: 1 }))
  expect((await first).value).toMatchObject({ instrument: crypto('BTC', 'USD'), last: 94745.08 })
  client.close()
  const codec = createYahooCodec()
  codec.subscribe([{ key: 'a', channel: 'quotes', instrument: equity('AAPL'), symbol: 'AAPL' }])
  expect(codec.keepAlive?.(now).send).toEqual(['{"subscribe":["AAPL"]}'])
})

test('whole numbers with a sign, floats and texts survive being written and read', () => {
  const fields = record({
    id: string({ minLength: 1, maxLength: 12 }),
    price: float({ noNaN: true, noDefaultInfinity: true }).filter((value) => value !== 0),
    dayVolume: bigInt({ min: -(2n ** 51n), max: 2n ** 51n }).map(Number),
    marketHours: constantFrom(1, 2, 300),
  })
  const table = {
    1: ['id', 'text'],
    2: ['price', 'float'],
    7: ['marketHours', 'int'],
    9: ['dayVolume', 'sint'],
  } as const
  assert(
    property(fields, (sent) => {
      const { message } = JSON.parse(pricingFrame(sent))
      const bytes = Uint8Array.from(atob(message), (letter) => letter.charCodeAt(0))
      expect(decodeMessage(bytes, table)).toEqual(sent.dayVolume === 0 ? { ...sent, dayVolume: 0 } : sent)
      for (let end = 1; end < bytes.length; end++) {
        try {
          decodeMessage(bytes.subarray(0, end), table)
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
        }
      }
    }),
  )
})

test.each(['not base64!', '{"message":5}', '{"message":"AAAA"}', '{"message"', 'CgdCVEM'])(
  '%s is refused by name',
  (frame) => {
    expect(() => createYahooCodec().receive(frame, now)).toThrow(
      expect.objectContaining({ code: 'VALIDATION' }),
    )
  },
)

describe.runIf(hasRecordings)('the recorded frame', () => {
  test('is read to the digits of its published decoding', () => {
    const file = readRecording('yahoo/stream-BTC-USD.json')
    const frames = isJsonObject(file) && Array.isArray(file.frames) ? file.frames : []
    const codec = createYahooCodec()
    codec.subscribe([{ key: 'q', channel: 'quotes', instrument: crypto('BTC', 'USD'), symbol: 'BTC-USD' }])
    const events = frames.flatMap((frame) =>
      isJsonObject(frame) && frame.dir === 'in'
        ? (codec.receive(JSON.stringify(frame.json), now).events ?? [])
        : [],
    )
    expect(events).toMatchObject([
      {
        quote: {
          last: 94745.08,
          time: 1736509140000,
          currency: 'USD',
          changePercent: 1.5344921,
          change: 1431.8906,
          high: 95227.555,
          low: 92517.22,
          open: 92529.99,
          volume: 59712028672,
          marketState: 'open',
          bid: null,
        },
      },
    ])
  })
})
