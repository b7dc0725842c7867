import { UnknownSymbolError } from '../../errors/index.ts'
import {
  type BarSeries,
  crypto,
  type Instrument,
  type NumericMode,
  type OrderBook,
  type Quote,
  type SymbolMatch,
  type Trade,
} from '../../market/index.ts'
import {
  type BarsQuery,
  barsOfRows,
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
import { readBody } from './schema.ts'

const places = { time: 0, open: 1, high: 2, low: 3, close: 4, volume: 5, trades: 8 }

/** Rows of `[openTime, open, high, low, close, volume, closeTime, quoteVolume, count, …]`; the last may be forming. */
export function readBars(
  response: HttpResponse,
  query: BarsQuery,
): BarSeries<'number'> | BarSeries<'string'> {
  const { instrument, interval, adjustment } = query
  return barsOfRows(readBody(response, query), places, 1, query, (last) => ({
    instrument,
    interval,
    timeZone: 'UTC',
    currency: quoteOf(instrument),
    priceScale: 1,
    adjustment,
    source: sourceOf('binance', query, 0),
    gaps: [],
    issues: [],
    simulated: false,
    forming: isForming(last, query, 'UTC'),
  }))
}

/** The open of the last row of a full page; `undefined` where the page is not full, and so the last. */
export function lastOpen(response: HttpResponse, query: BarsQuery, pageSize: number): number | undefined {
  const rows = readBody(response, query).items()
  return rows.length < pageSize ? undefined : rows.at(-1)?.at(places.time).number()
}

/** Figures of the last 24 hours: open, high and low are no day's. */
export function readQuotes(response: HttpResponse, query: QuotesQuery): Quote<NumericMode>[] {
  const [first = ''] = query.symbols
  const body = readBody(response, { now: query.now, symbol: first })
  const wires = Array.isArray(body.value) ? body.items() : [body]
  const bySymbol = new Map(wires.map((wire) => [wire.at('symbol').text(), wire]))
  const quotes = query.instruments.flatMap((instrument, index) => {
    const wire = bySymbol.get(query.symbols[index] ?? '')
    return wire ? [toQuote(wire, instrument, query)] : []
  })
  if (quotes.length === 0) throw new UnknownSymbolError(first, { provider: 'binance' })
  return quotes
}

function toQuote(wire: Wire, instrument: Instrument, query: QuotesQuery): Quote<NumericMode> {
  const prices = wire.fields(
    {
      last: 'lastPrice',
      bid: 'bidPrice',
      bidSize: 'bidQty',
      ask: 'askPrice',
      askSize: 'askQty',
      open: 'openPrice',
      high: 'highPrice',
      low: 'lowPrice',
      previousClose: 'prevClosePrice',
      change: 'priceChange',
      changePercent: 'priceChangePercent',
      volume: 'volume',
    },
    (price) => price.decimal(query.numeric),
  )
  return {
    instrument,
    name: null,
    time: wire.at('closeTime').number(),
    ...prices,
    currency: quoteOf(instrument),
    priceScale: 1,
    marketState: 'open',
    source: sourceOf('binance', query, 0),
    simulated: false,
  }
}

/** Trades that one order made at one price, taken together, as Binance's history by time has them. */
export function readTrades(response: HttpResponse, query: TradesQuery): Trade<NumericMode>[] {
  const { instrument, numeric } = query
  return limitTrades(readBody(response, query).items(), query).map((row) => {
    const id = row.at('a').number()
    const isBuyerMaker = row.at('m')
    const isKnown = typeof isBuyerMaker.value === 'boolean'
    if (!isKnown && !isBuyerMaker.isAbsent) throw isBuyerMaker.unlike('true or false')
    return {
      instrument,
      time: row.at('T').number(),
      price: row.at('p').decimal(numeric),
      size: row.at('q').decimal(numeric),
      id: String(id),
      sequence: id,
      ...(isKnown && { takerSide: isBuyerMaker.value ? 'sell' : 'buy' }),
      venue: 'BINANCE',
    }
  })
}

export function readOrderBook(response: HttpResponse, query: OrderBookQuery): OrderBook<NumericMode> {
  const body = readBody(response, query)
  const side = (name: string) =>
    body
      .at(name)
      .items()
      .slice(0, query.depth)
      .map((level) => [level.at(0).decimal(query.numeric), level.at(1).decimal(query.numeric)] as const)
  return {
    instrument: query.instrument,
    time: query.now,
    bids: side('bids'),
    asks: side('asks'),
    sequence: body.at('lastUpdateId').number(),
  }
}

/** Pairs whose name has the text in it. Binance has no search: this is its whole list. */
export function readMatches(response: HttpResponse, query: SearchQuery): SymbolMatch[] {
  const text = query.text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const matches: SymbolMatch[] = []
  for (const wire of readBody(response, query).at('symbols').items()) {
    if (!wire.at('symbol').text().includes(text) || wire.at('status').text() !== 'TRADING') continue
    const [base, quote] = [wire.at('baseAsset').text(), wire.at('quoteAsset').text()]
    // Some names, in Chinese or with digits first, are no symbols here.
    if (!/^[A-Z0-9]+$/.test(base)) continue
    const instrument = crypto(base, quote, 'BINANCE')
    matches.push({
      instrument,
      name: instrument.symbol,
      exchange: 'Binance',
      currency: quote,
      score: null,
      provider: 'binance',
    })
  }
  return matches.slice(0, query.limit)
}

function quoteOf(instrument: Instrument): string | null {
  return 'quote' in instrument ? instrument.quote : null
}
