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
  type HttpResponse,
  isForming,
  type OrderBookQuery,
  type QuotesQuery,
  type SearchQuery,
  sourceOf,
  type TradesQuery,
  unknownQuote,
} from '../../provider/index.ts'
import { nanoseconds, readBody } from './schema.ts'
import { coinbaseSymbols } from './symbols.ts'

const places = {
  time: 'start',
  open: 'open',
  high: 'high',
  low: 'low',
  close: 'close',
  volume: 'volume',
  isNewestFirst: true,
}

/** Candles, newest first on the wire. Those in which nothing traded are absent. */
export function readBars(
  response: HttpResponse,
  query: BarsQuery,
): BarSeries<'number'> | BarSeries<'string'> {
  const { instrument, interval, adjustment } = query
  const rows = readBody(response, query).at('candles')
  return barsOfRows(rows, places, 1000, query, (last) => ({
    instrument,
    interval,
    timeZone: 'UTC',
    currency: quoteOf(instrument),
    priceScale: 1,
    adjustment,
    source: sourceOf('coinbase', query, 0),
    gaps: [],
    issues: [],
    simulated: false,
    forming: isForming(last, query, 'UTC'),
  }))
}

/** The last trade and the best prices. */
export function readQuotes(response: HttpResponse, query: QuotesQuery): Quote<NumericMode>[] {
  const [instrument] = query.instruments
  const [symbol = ''] = query.symbols
  const body = readBody(response, { now: query.now, symbol })
  if (!instrument) return []
  const [last] = body.at('trades').items()
  const best = (name: string) => {
    const price = body.at(name)
    return price.textOrNull() === null ? null : price.decimal(query.numeric)
  }
  return [
    {
      ...unknownQuote,
      instrument,
      last: last?.at('price').decimal(query.numeric) ?? null,
      time: last ? Number(nanoseconds(last.at('time')).slice(0, -6)) : null,
      bid: best('best_bid'),
      ask: best('best_ask'),
      currency: quoteOf(instrument),
      marketState: 'open',
      source: sourceOf('coinbase', query, 0),
    },
  ]
}

/** Trades, oldest first. The side is left out: the page does not say whether it is the taker's. */
export function readTrades(response: HttpResponse, query: TradesQuery): Trade<NumericMode>[] {
  return (
    readBody(response, query)
      .at('trades')
      .items()
      .reverse()
      .map((row) => {
        const timeNs = nanoseconds(row.at('time'))
        return {
          instrument: query.instrument,
          time: Number(timeNs.slice(0, -6)),
          timeNs,
          price: row.at('price').decimal(query.numeric),
          size: row.at('size').decimal(query.numeric),
          id: row.at('trade_id').text(),
          sequence: Number(row.at('trade_id').decimal('number')),
          venue: 'COINBASE',
        }
      })
      // The venue counts the range in seconds.
      .filter(({ time }) => time >= query.start && time < query.end)
      .slice(-query.limit)
  )
}

export function readOrderBook(response: HttpResponse, query: OrderBookQuery): OrderBook<NumericMode> {
  const book = readBody(response, query).at('pricebook')
  const side = (name: string) =>
    book
      .at(name)
      .items()
      .slice(0, query.depth)
      .map(
        (level) =>
          [level.at('price').decimal(query.numeric), level.at('size').decimal(query.numeric)] as const,
      )
  const time = Number(nanoseconds(book.at('time')).slice(0, -6))
  return { instrument: query.instrument, time, bids: side('bids'), asks: side('asks') }
}

/** Pairs whose symbol or name has the text in it. Coinbase has no search: this is its whole list. */
export function readMatches(response: HttpResponse, query: SearchQuery): SymbolMatch[] {
  const text = query.text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const matches: SymbolMatch[] = []
  for (const wire of readBody(response, query).at('products').items()) {
    const id = wire.at('product_id').text()
    const instrument = coinbaseSymbols.fromProvider(id)
    const name = wire.at('base_name').textOrNull()
    if (!instrument || !`${id.replace('-', '')} ${name?.toUpperCase()}`.includes(text)) continue
    matches.push({
      instrument,
      name,
      exchange: 'Coinbase',
      currency: quoteOf(instrument),
      score: null,
      provider: 'coinbase',
    })
  }
  return matches.slice(0, query.limit)
}

function quoteOf(instrument: Instrument): string | null {
  return 'quote' in instrument ? instrument.quote : null
}
