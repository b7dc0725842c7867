import { DelistedError, UnknownSymbolError } from '../../errors/index.ts'
import type {
  ExtendedHoursPrice,
  Instrument,
  MarketState,
  NumericMode,
  Quote,
  SymbolMatch,
} from '../../market/index.ts'
import {
  type HttpResponse,
  type QuotesQuery,
  type SearchQuery,
  sourceOf,
  type Wire,
} from '../../provider/index.ts'
import { currencyOf } from './currency.ts'
import { readBody, readResult } from './schema.ts'
import { fromYahoo } from './symbols.ts'

const marketStates: Readonly<Record<string, MarketState>> = {
  PREPRE: 'closed',
  PRE: 'pre',
  REGULAR: 'open',
  POST: 'post',
  POSTPOST: 'closed',
  CLOSED: 'closed',
}

/**
 * Quotes in the order that was asked for. Yahoo leaves unknown symbols out without a word, and so does this while it has
 * at least one: the client misses the others and asks elsewhere.
 */
export function readQuotes(response: HttpResponse, query: QuotesQuery): Quote<NumericMode>[] {
  const [symbol = ''] = query.symbols
  const wires = readResult(
    response,
    'quoteResponse',
    { now: query.now, symbol },
    query.numeric === 'string',
  ).items()
  const bySymbol = new Map(wires.map((wire) => [wire.at('symbol').text(), wire]))
  const quotes: Quote<NumericMode>[] = []
  let isStub = false
  query.instruments.forEach((instrument, index) => {
    const wire = bySymbol.get(query.symbols[index] ?? '')
    if (!wire) return
    // What is left of a renamed or delisted symbol.
    if (wire.at('quoteType').value === 'NONE') isStub = true
    else quotes.push(toQuote(wire, instrument, query))
  })
  if (quotes.length === 0) {
    throw isStub
      ? new DelistedError(symbol, { provider: 'yahoo' })
      : new UnknownSymbolError(symbol, { provider: 'yahoo' })
  }
  return quotes
}

function toQuote(wire: Wire, instrument: Instrument, query: QuotesQuery): Quote<NumericMode> {
  const state = wire.at('marketState')
  const delay = wire.at('exchangeDataDelayedBy').numberOrNull()
  const pre = extended(wire, 'preMarket', query)
  const post = extended(wire, 'postMarket', query)
  return {
    instrument,
    name: wire.at('longName').textOrNull() ?? wire.at('shortName').textOrNull(),
    time: secondsOrNull(wire.at('regularMarketTime')),
    ...wire.numerics(query.numeric, {
      last: 'regularMarketPrice',
      bid: 'bid',
      bidSize: 'bidSize',
      ask: 'ask',
      askSize: 'askSize',
      open: 'regularMarketOpen',
      high: 'regularMarketDayHigh',
      low: 'regularMarketDayLow',
      previousClose: 'regularMarketPreviousClose',
      change: 'regularMarketChange',
      changePercent: 'regularMarketChangePercent',
      volume: 'regularMarketVolume',
    }),
    ...currencyOf(wire.at('currency').textOrNull()),
    marketState: state.isAbsent ? null : (marketStates[state.text()] ?? null),
    ...(pre && { pre }),
    ...(post && { post }),
    source: sourceOf('yahoo', query, delay === null ? null : delay * 60_000),
    simulated: false,
  }
}

function extended(wire: Wire, session: string, query: QuotesQuery): ExtendedHoursPrice<NumericMode> | null {
  const price = wire.at(`${session}Price`).numericOrNull(query.numeric)
  const time = secondsOrNull(wire.at(`${session}Time`))
  return price === null || time === null ? null : { price, time }
}

function secondsOrNull(wire: Wire): number | null {
  const seconds = wire.numberOrNull()
  return seconds === null ? null : Math.round(seconds * 1000)
}

/** Hits of a search, best first. Companies without a listing and kinds that have no name here are left out. */
export function readMatches(response: HttpResponse, query: SearchQuery): SymbolMatch[] {
  const matches: SymbolMatch[] = []
  for (const wire of readBody(response, query).at('quotes').items()) {
    const symbol = wire.at('symbol').textOrNull()
    const instrument = symbol === null ? undefined : fromYahoo(symbol, wire.at('quoteType').textOrNull())
    if (!instrument) continue
    matches.push({
      instrument,
      name: wire.at('longname').textOrNull() ?? wire.at('shortname').textOrNull(),
      exchange: wire.at('exchDisp').textOrNull() ?? wire.at('exchange').textOrNull(),
      currency: null,
      // Yahoo's score has no upper end.
      score: null,
      provider: 'yahoo',
    })
  }
  return matches.slice(0, query.limit)
}
