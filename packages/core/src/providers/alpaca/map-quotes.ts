import type { Instrument, NumericMode, Quote } from '../../market/index.ts'
import {
  type HttpResponse,
  type QuotesQuery,
  quotesByClass,
  sourceOf,
  type Wire,
} from '../../provider/index.ts'
import { type AlpacaContext, createGet } from './context.ts'
import { delayOf } from './map-bars.ts'
import { readBody, rootOf } from './schema.ts'

/** Snapshots of shares, pairs and options. */
export function quotesOperation(context: AlpacaContext) {
  const get = createGet(context)
  const { feed, optionFeed } = context
  return quotesByClass({
    provider: 'alpaca',
    classes: [['equity'], ['crypto'], ['option']],
    request: (symbols, assetClass) =>
      get(`${rootOf(assetClass)}/snapshots`, {
        symbols: symbols.join(','),
        feed: assetClass === 'crypto' ? undefined : assetClass === 'option' ? optionFeed : feed,
      }),
    parse: (response, query) => readQuotes(response, query, context),
  })
}

/** The quotes of one answer, in the order that was asked for; symbols that Alpaca does not know are left out. */
function readQuotes(
  response: HttpResponse,
  query: QuotesQuery,
  context: AlpacaContext,
): Quote<NumericMode>[] {
  const [symbol = ''] = query.symbols
  const body = readBody(response, { now: query.now, symbol }, query.numeric === 'string')
  // Shares stand in the body itself. In the turn of a mixture the answer shows which class it is about.
  const shares = query.instruments.filter(({ assetClass }) => assetClass === 'equity').length
  const isShares = shares === query.instruments.length || (shares > 0 && body.at('snapshots').isAbsent)
  const table = isShares ? body : body.at('snapshots')
  const known = new Set(table.keys())
  return query.instruments.flatMap((instrument, index) => {
    const name = query.symbols[index] ?? ''
    return known.has(name) ? [toQuote(table.at(name), instrument, query, context)] : []
  })
}

function toQuote(
  wire: Wire,
  instrument: Instrument,
  query: QuotesQuery,
  { feed }: AlpacaContext,
): Quote<NumericMode> {
  const { numeric } = query
  const isShare = instrument.assetClass === 'equity'
  const [trade, quote, minute] = [wire.at('latestTrade'), wire.at('latestQuote'), wire.at('minuteBar')]
  const { close, ...day } = wire
    .at('dailyBar')
    .numerics(numeric, { open: 'o', high: 'h', low: 'l', close: 'c', volume: 'v' })
  // An exchange without an order on one side quotes it as 0.
  const price = (field: string) => {
    const value = quote.maybe(field).numericOrNull(numeric)
    return Number(value) === 0 ? null : value
  }
  return {
    instrument,
    name: null,
    last: trade.maybe('p').numericOrNull(numeric) ?? minute.maybe('c').numericOrNull(numeric) ?? close,
    time: timeOrNull(trade.maybe('t')) ?? timeOrNull(minute.maybe('t')),
    bid: price('bp'),
    bidSize: quote.maybe('bs').numericOrNull(numeric),
    ask: price('ap'),
    askSize: quote.maybe('as').numericOrNull(numeric),
    ...day,
    previousClose: wire.at('prevDailyBar').maybe('c').numericOrNull(numeric),
    change: null,
    changePercent: null,
    currency: 'quote' in instrument ? instrument.quote : 'USD',
    priceScale: 1,
    marketState: null,
    source: sourceOf('alpaca', query, isShare ? delayOf(feed) : 0),
    simulated: false,
  }
}

function timeOrNull(wire: Wire): number | null {
  return wire.isAbsent ? null : wire.instant()
}
