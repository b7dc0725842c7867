import {
  type Bar,
  dateInZone,
  type Instrument,
  type Interval,
  parseInterval,
  type Quote,
  type Trade,
} from '../../market/index.ts'
import { FrameFields } from '../../provider/codec/frame-fields.ts'
import { integerText } from '../../provider/codec/integer-text.ts'
import { type JsonObject, sourceOf, unknownQuote } from '../../provider/index.ts'

export const fields = new FrameFields('binance')

/** The fields of a quote that a frame knows. */
export type QuoteChange = Partial<Quote>

/** `{ a, p, q, f, l, T, m }`: the trades that one order made at one price. */
export function readAggregateTrade(data: JsonObject, instrument: Instrument): Trade {
  return readTrade(data, instrument, fields.number(data, 'a', 'data'))
}

/** `{ t, p, q, T, m }`: one trade by itself. */
export function readSingleTrade(data: JsonObject, instrument: Instrument): Trade {
  return readTrade(data, instrument, fields.number(data, 't', 'data'))
}

function readTrade(data: JsonObject, instrument: Instrument, id: number): Trade {
  return {
    instrument,
    time: fields.number(data, 'T', 'data'),
    price: fields.decimal(data, 'p', 'data'),
    size: fields.decimal(data, 'q', 'data'),
    id: integerText(id),
    sequence: id,
    // Where the buyer was waiting, the seller took.
    takerSide: fields.boolean(data, 'm', 'data') ? 'sell' : 'buy',
    venue: 'BINANCE',
  }
}

/** `k` of a kline: the bar as it stands, `x` when it is over. */
export function readKline(kline: JsonObject, interval: Interval): Bar {
  const time = fields.number(kline, 't', 'data.k')
  return {
    time,
    ...(parseInterval(interval).isDaily && { date: dateInZone(time, 'UTC') }),
    open: fields.decimal(kline, 'o', 'data.k'),
    high: fields.decimal(kline, 'h', 'data.k'),
    low: fields.decimal(kline, 'l', 'data.k'),
    close: fields.decimal(kline, 'c', 'data.k'),
    volume: fields.decimal(kline, 'v', 'data.k'),
    trades: fields.number(kline, 'n', 'data.k'),
    closed: fields.boolean(kline, 'x', 'data.k'),
  }
}

/** `bookTicker`: the best prices at this moment. */
export function readBest(data: JsonObject): QuoteChange {
  return {
    bid: fields.decimal(data, 'b', 'data'),
    bidSize: fields.decimal(data, 'B', 'data'),
    ask: fields.decimal(data, 'a', 'data'),
    askSize: fields.decimal(data, 'A', 'data'),
  }
}

/** `24hrTicker`: figures of the last 24 hours, once a second. */
export function readDay(data: JsonObject): QuoteChange {
  const decimal = (key: string) => fields.decimal(data, key, 'data')
  return {
    last: decimal('c'),
    time: fields.number(data, 'C', 'data'),
    open: decimal('o'),
    high: decimal('h'),
    low: decimal('l'),
    // Futures have none.
    ...('x' in data && { previousClose: decimal('x') }),
    change: decimal('p'),
    changePercent: decimal('P'),
    volume: decimal('v'),
    ...('b' in data && readBest(data)),
  }
}

export function toQuote(instrument: Instrument, known: QuoteChange, now: number): Quote {
  return {
    ...unknownQuote,
    instrument,
    currency: 'quote' in instrument ? instrument.quote : null,
    marketState: 'open',
    source: sourceOf('binance', { now }, 0),
    ...known,
  }
}
