import type {
  BarSeries,
  Instrument,
  NumericMode,
  OrderBook,
  Quote,
  SymbolMatch,
  Trade,
} from '../../market/index.ts'
import {
  type BarsQuery,
  barsOfRows,
  digitsOf,
  type HttpResponse,
  isForming,
  limitTrades,
  type OrderBookQuery,
  type QuotesQuery,
  type SearchQuery,
  sourceOf,
  type TradesQuery,
  type Wire,
} from '../../provider/index.ts'
import { readPair, readResult } from './schema.ts'
import { fromKraken } from './symbols.ts'

const places = { time: 0, open: 1, high: 2, low: 3, close: 4, volume: 6, trades: 7 }

/** Rows of `[seconds, open, high, low, close, vwap, volume, count]`; the last one is still forming. */
export function readBars(
  response: HttpResponse,
  query: BarsQuery,
): BarSeries<'number'> | BarSeries<'string'> {
  const { instrument, interval, adjustment } = query
  return barsOfRows(readPair(response, query), places, 1000, query, (last) => ({
    instrument,
    interval,
    timeZone: 'UTC',
    currency: quoteOf(instrument),
    priceScale: 1,
    adjustment,
    source: sourceOf('kraken', query, 0),
    gaps: [],
    issues: [],
    simulated: false,
    forming: isForming(last, query, 'UTC'),
  }))
}

/** A ticker carries no time; day figures count from midnight UTC. */
export function readQuotes(response: HttpResponse, query: QuotesQuery): Quote<NumericMode>[] {
  return query.instruments.map((instrument, index) => {
    const symbol = query.symbols[index] ?? ''
    const wire = readPair(response, { now: query.now, symbol })
    const price = (field: string, place: number) => wire.at(field).at(place).decimal(query.numeric)
    return {
      instrument,
      name: null,
      last: price('c', 0),
      time: null,
      bid: price('b', 0),
      bidSize: price('b', 2),
      ask: price('a', 0),
      askSize: price('a', 2),
      open: wire.at('o').decimal(query.numeric),
      high: price('h', 0),
      low: price('l', 0),
      previousClose: null,
      change: null,
      changePercent: null,
      volume: price('v', 0),
      currency: quoteOf(instrument),
      priceScale: 1,
      marketState: 'open',
      source: sourceOf('kraken', query, 0),
      simulated: false,
    }
  })
}

/** Rows of `[price, volume, seconds, side, type, misc, id]`; the seconds have a fraction, read as text to keep its digits. */
export function readTrades(response: HttpResponse, query: TradesQuery): Trade<NumericMode>[] {
  const trades = readPair(response, query, true)
    .items()
    .map((row) => toTrade(row, query))
    .filter(({ time }) => time >= query.start && time < query.end)
  return limitTrades(trades, query)
}

function toTrade(row: Wire, { instrument, numeric }: TradesQuery): Trade<NumericMode> {
  const stamp = row.at(2)
  const [seconds = '', fraction = ''] = stamp.number() > 0 ? (digitsOf(stamp.value)?.split('.') ?? []) : []
  const timeNs = seconds + fraction.slice(0, 9).padEnd(9, '0')
  const side = row.at(3).text()
  if (side !== 'b' && side !== 's') throw row.at(3).unlike('"b" or "s"')
  const id = row.at(6).numberOrNull()
  return {
    instrument,
    time: Number(timeNs.slice(0, -6)),
    timeNs,
    price: row.at(0).decimal(numeric),
    size: row.at(1).decimal(numeric),
    takerSide: side === 'b' ? 'buy' : 'sell',
    ...(id !== null && { id: String(id), sequence: id }),
    venue: 'KRAKEN',
  }
}

export function readOrderBook(response: HttpResponse, query: OrderBookQuery): OrderBook<NumericMode> {
  const book = readPair(response, query)
  const side = (name: string) =>
    book
      .at(name)
      .items()
      .map((level) => [level.at(0).decimal(query.numeric), level.at(1).decimal(query.numeric)] as const)
  return { instrument: query.instrument, time: query.now, bids: side('bids'), asks: side('asks') }
}

/** Pairs whose name has the text in it. Kraken has no search: this is its whole list. */
export function readMatches(response: HttpResponse, query: SearchQuery): SymbolMatch[] {
  const text = query.text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const matches: SymbolMatch[] = []
  for (const [, pair] of readResult(response, query).entries()) {
    const name = pair.at('wsname').textOrNull() ?? pair.at('altname').text()
    const instrument = fromKraken(name)
    if (!instrument?.symbol.replace('/', '').includes(text)) continue
    const currency = quoteOf(instrument)
    matches.push({
      instrument,
      name: instrument.symbol,
      exchange: 'Kraken',
      currency,
      score: null,
      provider: 'kraken',
    })
  }
  return matches.slice(0, query.limit)
}

function quoteOf(instrument: Instrument): string | null {
  return 'quote' in instrument ? instrument.quote : null
}
