import { describe, expect, test } from 'vitest'
import { StarkMatterError } from '../errors/index.ts'
import { isJsonObject, type StreamCodec, type StreamEvent, type StreamTopic } from '../provider/index.ts'
import { binanceIntervals } from '../providers/binance/intervals.ts'
import { BinanceCodec } from '../providers/binance/stream.ts'
import { binanceSymbols } from '../providers/binance/symbols.ts'
import { CoinbaseCodec } from '../providers/coinbase/stream.ts'
import { coinbaseSymbols } from '../providers/coinbase/symbols.ts'
import { KrakenCodec } from '../providers/kraken/stream.ts'
import { krakenSymbols } from '../providers/kraken/symbols.ts'
import { createMassiveCodec } from '../providers/massive/stream-codec.ts'
import { massiveSymbols } from '../providers/massive/symbols.ts'
import { mutations, names } from './mutate.ts'
import { hasRecordings, readFrameRecordings, readRecording } from './recordings.ts'

/** Mutations tried on the frames of each recording. */
const count = 1_000

type Venue = {
  name: string
  symbols: { fromProvider(symbol: string): StreamTopic['instrument'] | undefined }
  follows: readonly string[]
  barLength: NonNullable<StreamTopic['interval']>
  codec(): StreamCodec
  /** Frames by name, each as it came. */
  recordings: readonly { name: string; frames: readonly string[] }[]
}

const massiveEvents = readRecording('massive/ws-events.json')
const samples =
  isJsonObject(massiveEvents) && isJsonObject(massiveEvents.events)
    ? Object.entries(massiveEvents.events)
    : []

const venues: readonly Venue[] = [
  {
    name: 'binance',
    symbols: binanceSymbols,
    follows: ['BNBBTC', 'BTCUSDT', 'DOGEBNB', 'BTCUSDC', 'GNTBTC', 'BNBUSDT'],
    barLength: '1m',
    codec: () => new BinanceCodec(binanceIntervals),
    recordings: readFrameRecordings('binance'),
  },
  {
    name: 'coinbase',
    symbols: coinbaseSymbols,
    follows: ['BTC-USD'],
    barLength: '5m',
    codec: () => new CoinbaseCodec(),
    recordings: readFrameRecordings('coinbase'),
  },
  {
    name: 'kraken',
    symbols: krakenSymbols,
    follows: ['XBTUSD', 'ETHUSD'],
    barLength: '1m',
    codec: () => new KrakenCodec(),
    recordings: readFrameRecordings('kraken').filter(({ name }) => !name.includes('gct')),
  },
  {
    name: 'massive',
    symbols: massiveSymbols,
    follows: [
      'AAPL',
      'MSFT',
      'NTEST.Q',
      'X:BTCUSD',
      'C:EURUSD',
      'C:USDCNH',
      'I:SPX',
      'O:AAPL230616C00150000',
    ],
    barLength: '1m',
    codec: () =>
      createMassiveCodec({
        apiKey: 'key',
        streamUrl: '',
        delayedMs: 0,
        fairMarketValue: true,
        priceBands: true,
        auctions: true,
      }),
    recordings: samples.map(([name, event]) => ({ name, frames: [JSON.stringify([event])] })),
  },
]

/** Every channel of all that is followed. */
function topicsOf({ symbols, follows, barLength }: Venue): StreamTopic[] {
  return follows.flatMap((symbol) => {
    const instrument = symbols.fromProvider(symbol)
    if (!instrument) throw new Error(symbol)
    return (['trades', 'quotes', 'bars', 'book'] as const).map((channel) => {
      const details = channel === 'bars' ? { interval: barLength } : {}
      return { key: `${channel} ${symbol}`, channel, instrument, symbol, ...details }
    })
  })
}

function listening(codec: StreamCodec, topics: readonly StreamTopic[]): StreamCodec {
  codec.open()
  codec.subscribe(topics)
  return codec
}

const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value)
const isKnown = (value: unknown) => value === null || isNumber(value)

/** Whether an event is what its type says, down to its numbers. */
function isSound(event: StreamEvent): boolean {
  switch (event.type) {
    case 'trade':
      return isNumber(event.trade.price) && isNumber(event.trade.size) && Number.isInteger(event.trade.time)
    case 'bar': {
      const { time, open, high, low, close, volume, closed } = event.bar
      return [time, open, high, low, close].every(isNumber) && isKnown(volume) && typeof closed === 'boolean'
    }
    case 'quote': {
      const { time, last, bid, ask, bidSize, askSize, open, high, low, volume, changePercent } = event.quote
      return [time, last, bid, ask, bidSize, askSize, open, high, low, volume, changePercent].every(isKnown)
    }
    case 'book':
      return [...event.book.bids, ...event.book.asks].flat().every(isNumber) && isNumber(event.book.time)
    default:
      return true
  }
}

/** Paths of frames do not count the elements of lists, and begin with the envelope even where there is none. */
const plain = (path: string) => path.replace(/\[\d*\]/g, '[]').replace(/^(\[\]|data)\.?(?=.)/, '')

describe.runIf(hasRecordings).each(venues)('frames of $name, damaged in one place,', (venue) => {
  const all = topicsOf(venue)
  test.each(venue.recordings)(
    '$name: are told as they should be, or refused with the place named',
    ({ frames }) => {
      const unnamed: string[] = []
      const wrong: string[] = []
      const share = Math.ceil(count / frames.length)
      for (const [index, frame] of frames.entries()) {
        // Of the rest nothing is told.
        const topics = all.filter(({ instrument }) => frame.includes(instrument.symbol.slice(0, 3)))
        for (const { kind, path, value } of mutations(JSON.parse(frame), 7 + index, share)) {
          const codec = listening(venue.codec(), topics)
          const what = `${kind} ${path} of ${frame.slice(0, 80)}`
          try {
            const { events = [] } = codec.receive(JSON.stringify(value), Date.UTC(2026, 0, 1))
            if (!events.every(isSound)) wrong.push(`${what}: ${JSON.stringify(events)}`)
          } catch (error) {
            if (!StarkMatterError.is(error)) wrong.push(`${what}: ${error}`)
            else if (!('path' in error) || !names(plain(String(error.path)), plain(path)))
              unnamed.push(`${what}: ${error.message}`)
          }
        }
      }
      expect(wrong).toEqual([])
      expect(unnamed.slice(count / 100)).toEqual([])
    },
  )

  test('tell something while they are whole', () => {
    const told = venue.recordings.flatMap(({ frames }) =>
      frames.flatMap((frame) => listening(venue.codec(), all).receive(frame, 0).events ?? []),
    )
    expect(told.length).toBeGreaterThan(3)
    expect(told.every(isSound)).toBe(true)
  })
})
