import {
  type Bar,
  dateInZone,
  type Instrument,
  type Interval,
  parseInterval,
  type Quote,
  type Trade,
} from '../../market/index.ts'
import type { BookState, TextLevel } from '../../provider/codec/book-state.ts'
import { FrameFields } from '../../provider/codec/frame-fields.ts'
import { type JsonObject, nanosecondsOf, sourceOf, unknownQuote, Wire } from '../../provider/index.ts'
import { tradeId } from './trade-id.ts'

export const fields = new FrameFields('alpaca')

/** The fields of a quote that a message knows. */
export type QuoteChange = Partial<Quote>

const noConditions: readonly string[] = []

/** `t`: a trade, with its nanoseconds to the last digit. */
export function readTrade(row: JsonObject, instrument: Instrument, path: string): Trade {
  const { i, x, c, tks } = row
  const timeNs = stampOf(row, path)
  const venue = typeof x === 'string' ? x : undefined
  const conditions = Array.isArray(c) ? c.map(String) : typeof c === 'string' && c !== '' ? [c] : noConditions
  return {
    instrument,
    time: Number(timeNs.slice(0, -6)),
    timeNs,
    price: fields.number(row, 'p', path),
    size: fields.number(row, 's', path),
    ...(typeof i === 'number' && { id: tradeId(venue, String(i)) }),
    ...((tks === 'B' || tks === 'S') && { takerSide: tks === 'B' ? 'buy' : 'sell' }),
    ...(conditions.length > 0 && { conditions }),
    ...(venue !== undefined && { venue }),
  }
}

/** `b`, `u` and `d`: a minute that is over, one that late trades changed, and the day as it stands. */
export function readBar(row: JsonObject, interval: Interval, timeZone: string, path: string): Bar {
  const time = Math.floor(Number(stampOf(row, path).slice(0, -6)))
  const { isDaily } = parseInterval(interval)
  return {
    time,
    ...(isDaily && { date: dateInZone(time, timeZone) }),
    open: fields.number(row, 'o', path),
    high: fields.number(row, 'h', path),
    low: fields.number(row, 'l', path),
    close: fields.number(row, 'c', path),
    volume: fields.number(row, 'v', path),
    ...(typeof row.vw === 'number' && { vwap: row.vw }),
    ...(typeof row.n === 'number' && { trades: row.n }),
    closed: !isDaily,
  }
}

/** `q`: the best prices; a side that nobody is on is quoted as 0. */
export function readBest(row: JsonObject, path: string): QuoteChange {
  return {
    bid: fields.number(row, 'bp', path) || null,
    bidSize: fields.number(row, 'bs', path),
    ask: fields.number(row, 'ap', path) || null,
    askSize: fields.number(row, 'as', path),
  }
}

/** `d`: the figures of the day. */
export function readDay(row: JsonObject, path: string): QuoteChange {
  return {
    open: fields.number(row, 'o', path),
    high: fields.number(row, 'h', path),
    low: fields.number(row, 'l', path),
    volume: fields.number(row, 'v', path),
  }
}

/** `o`: levels that changed, or all of them (`r`). */
export function applyBook(book: BookState, row: JsonObject, path: string): void {
  const [bids, asks] = [levelsOf(row, 'b', path), levelsOf(row, 'a', path)]
  if (row.r === true) book.reset({ bids, asks })
  else {
    for (const [price, size] of bids) book.set('bids', price, size)
    for (const [price, size] of asks) book.set('asks', price, size)
  }
}

function levelsOf(row: JsonObject, side: string, path: string): TextLevel[] {
  return fields.list(row, side, path).map((level, index) => {
    const wire = new Wire('alpaca', level, `${path}.${side}[${index}]`)
    return [String(wire.at('p').number()), String(wire.at('s').number())]
  })
}

/** Nanoseconds since the epoch, as text. */
export function stampOf(row: JsonObject, path: string): string {
  const stamp = nanosecondsOf(fields.text(row, 't', path))
  if (stamp === undefined) throw new Wire('alpaca', row, path).at('t').unlike('an RFC 3339 time')
  return stamp
}

export function toQuote(instrument: Instrument, known: QuoteChange, now: number, delayedMs: number): Quote {
  return {
    ...unknownQuote,
    instrument,
    currency: 'quote' in instrument ? instrument.quote : 'USD',
    ...known,
    source: sourceOf('alpaca', { now }, delayedMs),
  }
}
