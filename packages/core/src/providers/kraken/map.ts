import {
  BarSeries,
  type BarSeriesFacts,
  type Instrument,
  type NumericMode,
  type OrderBook,
  type Quote,
  type SymbolMatch,
  type Trade,
} from '../../market/index.ts'
import {
  type BarsQuery,
  barEnd,
  digitsOf,
  type HttpResponse,
  type OrderBookQuery,
  type QuotesQuery,
  type SearchQuery,
  sourceOf,
  type TradesQuery,
  type Wire,
} from '../../provider/index.ts'
import { readPair, readResult } from './schema.ts'
import { fromKraken } from './symbols.ts'

/** Rows of `[seconds, open, high, low, close, vwap, volume, count]`, all prices as text; the last one is still forming. */
export function readBars(
  response: HttpResponse,
  query: BarsQuery,
): BarSeries<'number'> | BarSeries<'string'> {
  const { instrument, interval, start, end, now, numeric } = query
  const rows = readPair(response, query)
    .items()
    .map((row) => ({ row, time: row.at(0).number() * 1000 }))
  rows.forEach(({ row, time }, index) => {
    const previous = rows[index - 1]
    if (previous && time <= previous.time) throw row.at(0).unlike(`a later time than ${previous.time / 1000}`)
  })
  const taken = rows.filter(({ time }) => time >= start && time < end)
  const text = (place: number) => taken.map(({ row }) => String(row.at(place).decimal('string')))
  const time = Float64Array.from(taken, (bar) => bar.time)
  const last = taken.at(-1)
  const facts: BarSeriesFacts = {
    instrument,
    interval,
    timeZone: 'UTC',
    currency: quoteOf(instrument),
    priceScale: 1,
    adjustment: query.adjustment,
    source: sourceOf('kraken', query, 0),
    gaps: [],
    issues: [],
    simulated: false,
    forming: last !== undefined && now < barEnd(last.time, interval, 'UTC'),
  }
  const trades = Float64Array.from(taken, ({ row }) => row.at(7).number())
  const [open, high, low, close, volume] = [text(1), text(2), text(3), text(4), text(6)]
  // Without a trade there is no average price, and Kraken says 0.
  const vwap = text(5).map((price) => (Number(price) === 0 ? null : price))
  if (numeric === 'string') {
    return new BarSeries<'string'>(facts, { time, open, high, low, close, volume, vwap, trades })
  }
  const numbers = (texts: readonly (string | null)[]) =>
    Float64Array.from(texts, (value) => (value === null ? Number.NaN : Number(value)))
  return new BarSeries(facts, {
    time,
    open: numbers(open),
    high: numbers(high),
    low: numbers(low),
    close: numbers(close),
    volume: numbers(volume),
    vwap: numbers(vwap),
    trades,
  })
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
  return readPair(response, query, true)
    .items()
    .map((row) => toTrade(row, query))
    .filter(({ time }) => time >= query.start && time < query.end)
    .slice(0, query.limit)
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
