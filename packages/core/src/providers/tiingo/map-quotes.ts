import type { Instrument, NumericMode, Quote } from '../../market/index.ts'
import {
  type HttpResponse,
  type QuotesQuery,
  quotesByClass,
  sourceOf,
  type Wire,
} from '../../provider/index.ts'
import type { Get } from './context.ts'
import { readBody } from './schema.ts'

const paths = { equity: '/iex/', crypto: '/tiingo/crypto/top', fx: '/tiingo/fx/top' } as const

/** The top of the book: of IEX for shares, over all exchanges for pairs. */
export function quotesOperation(get: Get) {
  return quotesByClass({
    provider: 'tiingo',
    classes: [['equity'], ['crypto'], ['fx']],
    request: (symbols, assetClass) => {
      const path = assetClass === 'crypto' || assetClass === 'fx' ? paths[assetClass] : paths.equity
      return get(path, { tickers: symbols.join(',') })
    },
    parse: readQuotes,
  })
}

/** The quotes of one answer, in the order that was asked for; symbols that Tiingo does not know are left out. */
function readQuotes(response: HttpResponse, query: QuotesQuery): Quote<NumericMode>[] {
  const [symbol = ''] = query.symbols
  const rows = readBody(response, { now: query.now, symbol }, query.numeric === 'string').items()
  const bySymbol = new Map(rows.map((row) => [row.at('ticker').text().toLowerCase(), row]))
  return query.instruments.flatMap((instrument, index) => {
    const row = bySymbol.get(query.symbols[index] ?? '')
    return row ? [toQuote(row, instrument, query)] : []
  })
}

function toQuote(row: Wire, instrument: Instrument, query: QuotesQuery): Quote<NumericMode> {
  const { numeric } = query
  // Pairs have a list with one entry.
  const book = instrument.assetClass === 'crypto' ? row.at('topOfBookData').at(0) : row
  const prices = book.numerics(numeric, {
    last: 'last',
    // The price that Tiingo makes of the trades for those who have no contract with the exchange.
    derived: 'tngoLast',
    lastPrice: 'lastPrice',
    mid: 'midPrice',
    open: 'open',
    high: 'high',
    low: 'low',
    previousClose: 'prevClose',
    volume: 'volume',
    bid: 'bidPrice',
    bidSize: 'bidSize',
    ask: 'askPrice',
    askSize: 'askSize',
  })
  const { last, derived, lastPrice, mid, ...rest } = prices
  return {
    instrument,
    name: null,
    last: last ?? derived ?? lastPrice ?? mid,
    time: firstTime(book, ['lastSaleTimestamp', 'lastSaleTimeStamp', 'timestamp', 'quoteTimestamp']),
    ...rest,
    change: null,
    changePercent: null,
    currency: 'quote' in instrument ? instrument.quote : 'USD',
    priceScale: 1,
    marketState: null,
    source: sourceOf('tiingo', query),
    simulated: false,
  }
}

function firstTime(row: Wire, names: readonly string[]): number | null {
  const wire = names.map((name) => row.at(name)).find((one) => !one.isAbsent)
  return wire ? wire.instant() : null
}
